import { COMMUNITY } from '../people';
import { button, h, plural, richText, writtenText } from './dom';
import { address, type LiveComment, type Thread } from './model';
import { menuOf } from './moderation';
import { idAttribute, named } from './names';
import type { Options } from './options';
import { openMenu } from './popups';

/** Longer texts are cut until «Показать ещё» is pressed, UTF-16 code units. */
const LONG = 420;
/** So many replies of a branch are shown before «Показать …» is pressed. */
const REPLIES_SHOWN = 3;

interface Surroundings {
  thread: Thread;
  options: Options;
  onReply(comment: LiveComment): void;
}

/**
 * One comment of the present desktop markup. The element may be filled again with another comment, as
 * recycling lists do.
 */
export class CommentView {
  readonly root: HTMLElement;
  private readonly main: HTMLElement;
  private readonly avatar: HTMLAnchorElement;
  private readonly picture: HTMLImageElement;
  private readonly owner: HTMLAnchorElement;
  private readonly text: HTMLElement;
  private readonly date: HTMLAnchorElement;
  private readonly branch: HTMLElement | null;
  private readonly replies = new Map<number, CommentView>();
  private place: HTMLElement | null = null;
  private stub: HTMLElement | null = null;
  private comment: LiveComment;
  private expanded = false;
  private allReplies = false;

  constructor(
    comment: LiveComment,
    private readonly around: Surroundings,
  ) {
    this.comment = comment;
    const nested = comment.branch !== null;
    const name = (part: string) => this.name(part);
    this.picture = h('img', { alt: '', width: nested ? 28 : 40, height: nested ? 28 : 40 });
    this.avatar = h('a', { ...name('comment-avatar'), class: 'avatar' }, this.picture);
    this.owner = h('a', { ...name('comment-owner'), class: 'comment__owner' });
    this.text = h('div', { ...name('comment-text'), class: 'comment__text' });
    this.date = h('a', { ...name('wall_comment_date'), class: 'comment__date' });
    const more = button('…', () => this.openMenu(more), {
      class: 'comment__menu',
      'aria-label': 'Действия с комментарием',
      'aria-haspopup': 'menu',
    });
    this.main = h(
      'div',
      { class: 'comment__main' },
      this.avatar,
      h(
        'div',
        { class: 'comment__body' },
        this.owner,
        this.text,
        h(
          'div',
          { class: 'comment__foot' },
          this.date,
          button('Ответить', () => this.around.onReply(this.comment), {
            ...name('comment-reply'),
            class: 'link',
          }),
          button('Поделиться', () => {}, { ...name('comment-share'), class: 'link' }),
          button('♡', (event) => (event.currentTarget as Element).classList.toggle('liked'), {
            ...name('comment-like'),
            class: 'link comment__like',
            'aria-label': 'Нравится',
          }),
        ),
      ),
      around.options.lazy ? null : more,
    );
    if (around.options.lazy) this.showOnHover(more);
    this.root = h('div', {
      ...name(nested ? 'wall_comments_comment_in_thread' : 'wall_comments_comment_root'),
      class: nested ? 'comment comment--nested' : 'comment',
    });
    this.root.style.setProperty('--comment-layout-level', nested ? '1' : '0');
    this.root.append(this.main);
    this.branch = nested
      ? null
      : h('div', { ...name('wall_comments_layout_thread'), class: 'branch' });
    if (this.branch) this.root.append(this.branch);
    this.show(comment);
  }

  private name(part: string): Record<string, string> {
    return named(this.around.options, part);
  }

  /** Some builds of the network make the button only when it is about to be needed. */
  private showOnHover(more: HTMLElement): void {
    for (const type of ['mouseover', 'focusin']) {
      this.main.addEventListener(type, () => {
        if (!more.isConnected) this.main.append(more);
      });
    }
    this.main.addEventListener('mouseleave', () => {
      if (!more.hasAttribute('aria-expanded')) more.remove();
    });
  }

  /** Fills the element with `comment`; what belonged to the former one is gone. */
  show(comment: LiveComment): void {
    if (comment !== this.comment) {
      this.expanded = false;
      this.allReplies = false;
    }
    this.comment = comment;
    const { n, author, branch } = comment;
    const { post } = this.around.thread;
    this.root.setAttribute(idAttribute(this.around.options), `${COMMUNITY.id}_${n}`);
    this.avatar.href = author.path;
    this.owner.href = author.path;
    this.picture.src = `/drawings/avatar/${author.id}.svg`;
    this.picture.alt = author.name;
    if (this.owner.textContent !== author.name) this.owner.textContent = author.name;
    this.date.href = `/wall${COMMUNITY.id}_${post}?reply=${n}${branch === null ? '' : `&thread=${branch}`}`;
    this.date.textContent = comment.time;
    this.showText();
    this.showStub();
    this.showReplies();
  }

  private showText(): void {
    const { text, image, mention } = this.comment;
    if (image) {
      this.text.replaceChildren();
      this.text.hidden = true;
      this.main.querySelector('.comment__picture')?.remove();
      this.text.after(
        h('img', {
          class: 'comment__picture',
          src: `/drawings/photo/${this.comment.n}.svg`,
          alt: 'Фотография',
        }),
      );
      return;
    }
    this.text.hidden = false;
    this.main.querySelector('.comment__picture')?.remove();
    const lead = mention ? [h('a', { href: mention.path }, address(this.comment)), ', '] : [];
    const long = text.length > LONG && !this.around.options.big;
    if (!long) {
      this.text.replaceChildren(
        h('span', this.name('showmoretext-in'), ...lead, ...richText(text)),
      );
    } else if (this.expanded) {
      this.text.replaceChildren(
        h(
          'span',
          this.name('showmoretext-in-expanded'),
          h('span', this.name('showmoretext-in'), ...lead, ...richText(text)),
        ),
      );
    } else {
      const cut = text.slice(0, text.lastIndexOf(' ', LONG - 120));
      this.text.replaceChildren(
        h('span', this.name('showmoretext-in'), ...lead, ...richText(cut)),
        button(
          'Показать ещё',
          () => {
            this.expanded = true;
            this.showText();
          },
          { ...this.name('showmoretext-after'), class: 'link' },
        ),
      );
    }
  }

  private showStub(): void {
    this.stub?.remove();
    this.stub = null;
    if (!this.comment.deleted) {
      if (this.main.parentElement !== this.root) this.root.prepend(this.main);
      if (this.place && this.root.parentElement !== this.place) this.place.append(this.root);
      this.root.hidden = false;
      return;
    }
    this.main.remove();
    const { stub: way } = this.around.options;
    if (way === 'none') {
      this.root.remove();
      return;
    }
    const comment = this.comment;
    this.stub = h(
      'div',
      { class: 'stub' },
      h('span', {}, 'Комментарий удалён.'),
      ' ',
      button('Восстановить', () => this.around.thread.restore(comment), { class: 'link' }),
    );
    if (way === 'inside') this.root.prepend(this.stub);
    else {
      this.root.before(this.stub);
      this.root.hidden = (this.branch?.childElementCount ?? 0) === 0;
      this.root.removeAttribute(idAttribute(this.around.options));
    }
  }

  private showReplies(): void {
    if (!this.branch) return;
    const all = this.around.thread.branchOf(this.comment.n);
    const shown = this.allReplies ? all : all.slice(0, REPLIES_SHOWN);
    for (const n of this.replies.keys()) {
      if (!shown.some((reply) => reply.n === n)) this.replies.delete(n);
    }
    const children: Node[] = shown.map((reply) => {
      const known = this.replies.get(reply.n);
      if (known) return known.slot();
      const view = new CommentView(reply, this.around);
      this.replies.set(reply.n, view);
      return view.slot();
    });
    const hidden = all.length - shown.length;
    if (hidden > 0) {
      children.push(
        button(
          `Показать ещё ${plural(hidden, 'ответ', 'ответа', 'ответов')}`,
          () => {
            this.allReplies = true;
            this.showReplies();
          },
          { class: 'link branch__more' },
        ),
      );
    }
    this.branch.replaceChildren(...children);
  }

  /** Takes over a change of this comment or of a reply in its branch. */
  update(comment: LiveComment): void {
    if (comment === this.comment) this.show(comment);
    else if (this.replies.has(comment.n)) this.replies.get(comment.n)?.show(comment);
    else {
      // An answer that has just been sent is always shown, as the network does.
      this.allReplies = true;
      this.showReplies();
    }
  }

  /** The place in its list, which stays when a stub stands instead of the element. */
  slot(): HTMLElement {
    if (!this.place) {
      this.place = h('div', { class: 'slot' });
      this.place.append(this.root);
      this.showStub();
    }
    return this.place;
  }

  private openMenu(anchor: HTMLElement): void {
    const comment = this.comment;
    const { thread, options } = this.around;
    openMenu(
      anchor,
      menuOf(thread, comment, options, () => this.startEdit()),
    );
  }

  private startEdit(): void {
    const comment = this.comment;
    const field = h('div', {
      class: 'editor',
      contenteditable: 'true',
      role: 'textbox',
      'aria-label': 'Правка комментария',
    });
    field.textContent = comment.text;
    const form = h(
      'div',
      { class: 'edit' },
      field,
      button('Отмена', () => this.show(comment), { class: 'quiet' }),
      button('Сохранить', () => this.around.thread.edit(comment, writtenText(field)), {
        class: 'primary',
      }),
    );
    this.text.replaceChildren(form);
    field.focus();
  }
}
