import './ok.css';
import { button, h } from '../../vk/page/dom';
import { COMMUNITY } from '../../vk/people';
import { discussionPath, GROUP_PATH, MAIN_TOPIC } from '../group';
import { openTopicComposer } from './composer';
import { installFrame } from './frame';
import { installHook } from './hook';
import { openLayer } from './layers';
import { Model } from './model';
import { readOptions } from './options';
import { feedTopic, topicView } from './topic';

// The group on the desktop site: its feed, and over it layers with a topic, with the list of
// discussions and with a new topic. A layer has an address of its own; closing it gives the feed back.

const options = readOptions(new URLSearchParams(location.search));
const model = new Model(options);
const middle = installFrame(COMMUNITY.name);
installHook(model.thread(MAIN_TOPIC));
let closeLayer: (() => void) | null = null;

/** Goes to `path` without loading the page; the switches stay in the address. */
function open(path: string): void {
  history.pushState(null, '', path + location.search);
  render();
}

function showFeed(): void {
  const create = h('a', { class: 'pf-head_itx_a', href: '#' }, 'Создать новую тему');
  create.addEventListener('click', (event) => {
    event.preventDefault();
    openTopicComposer(model, showFeed);
  });
  middle.replaceChildren(
    h(
      'section',
      { class: 'card group-head' },
      h('img', { src: `/drawings/avatar/${COMMUNITY.id}.svg`, alt: '', width: 72, height: 72 }),
      h('div', {}, h('h1', {}, COMMUNITY.name), h('p', {}, 'Новости города и ответы на вопросы.')),
    ),
    ...(options.visitor ? [] : [h('section', { class: 'card pf-head' }, create)]),
    h(
      'div',
      { id: 'hook_Block_GroupFeed' },
      ...model.topics.map((topic) => feedTopic(model, topic, open)),
    ),
  );
}

/** Layers of the address: a topic, or the discussions with one of them open. */
function showLayer(): void {
  const topicOf = (number: string | undefined) =>
    model.topics.find(({ n }) => n === Number(number));
  const back = () => {
    closeLayer = null;
    if (location.pathname !== GROUP_PATH) history.pushState(null, '', GROUP_PATH + location.search);
  };
  const topic = topicOf(/\/topic\/(\d+)/.exec(location.pathname)?.[1]);
  if (topic) {
    closeLayer = openLayer('Тема', 'hook_Block_TopicLayerBody', [topicView(model, topic)], back);
    return;
  }
  if (!location.pathname.startsWith('/discussions')) return;
  const chosen = topicOf(/\/discussions\/1\/\d+\/(\d+)/.exec(location.pathname)?.[1]);
  const list = h(
    'ul',
    { class: 'disc-list' },
    ...model.topics.map((each) =>
      h(
        'li',
        { class: 'disc-i' },
        button(each.text.slice(0, 60), () => open(discussionPath(each.n)), {
          'aria-current': each === chosen ? 'true' : null,
        }),
      ),
    ),
  );
  const shown = chosen ? topicView(model, chosen) : h('p', {}, 'Выберите обсуждение.');
  closeLayer = openLayer(
    'Обсуждения',
    'hook_Block_DiscussionsLayer',
    [h('div', { class: 'disc' }, list, shown)],
    back,
  );
}

function render(): void {
  const path = location.pathname;
  const reopened = closeLayer;
  closeLayer = null;
  if (reopened) {
    const address = location.href;
    reopened();
    history.replaceState(null, '', address);
  }
  if (middle.childElementCount === 0) showFeed();
  if (path.startsWith('/profile/'))
    middle.replaceChildren(h('section', { class: 'card' }, h('h1', {}, 'Страница человека')));
  showLayer();
}

addEventListener('popstate', render);
render();
