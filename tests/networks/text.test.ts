import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { indexOf, readText, spansOf, type TextRules } from '../../lib/networks/text';

function element(html: string): Element {
  const window = new Window();
  window.document.body.innerHTML = `<div id="text">${html}</div>`;
  return window.document.querySelector('#text') as unknown as Element;
}

const CASES: { name: string; html: string; text: string; rules?: TextRules }[] = [
  { name: 'plain', html: 'Спасибо за ремонт!', text: 'Спасибо за ремонт!' },
  { name: 'emoji by alt', html: 'Ура <img alt="🎉">!', text: 'Ура 🎉!' },
  { name: 'emoji by role', html: 'Ура<i role="img" aria-label="🎉"></i>', text: 'Ура🎉' },
  { name: 'image without alt', html: 'Вот<img src="x">', text: 'Вот' },
  { name: 'a photograph', html: 'Вот <img alt="Фотография"> наш двор', text: 'Вот наш двор' },
  {
    name: 'an editor and its buttons',
    html: 'а<div contenteditable="true">б</div><button>Сохранить</button>',
    text: 'а',
  },
  { name: 'line breaks', html: 'раз<br>два<br><br>три', text: 'раз\nдва\n\nтри' },
  {
    name: 'blocks',
    html: '<p>раз</p>\n <p>два <b>с половиной</b></p>',
    text: 'раз\nдва с половиной',
  },
  {
    name: 'an empty line of an editor',
    html: '<div>а</div><div><br></div><div>б</div>',
    text: 'а\n\nб',
  },
  {
    name: 'white space of a formatted file',
    html: '\n   Где   тут \n дорога?\n  ',
    text: 'Где тут дорога?',
  },
  { name: 'space across elements', html: 'Где <a> тут </a> вода', text: 'Где тут вода' },
  { name: 'no-break space stays', html: '5&nbsp;&nbsp;минут', text: '5\u00a0\u00a0минут' },
  { name: 'zero-width stays', html: 'ду\u200bрак', text: 'ду\u200bрак' },
  {
    name: 'hidden parts',
    html: 'а<i hidden>б</i><i aria-hidden="true">в</i><i style="color:red; display: none">г</i>д',
    text: 'ад',
  },
  {
    name: 'scripts and styles',
    html: 'а<script>b()</script><style>c{}</style><template>d</template>',
    text: 'а',
  },
  {
    name: 'skipped',
    html: 'начало<button class="more">Показать ещё</button>',
    text: 'начало',
    rules: { skip: '.more' },
  },
  {
    name: 'folded rest',
    html: 'начало<a class="more">ещё</a><span style="display:none"> и конец</span>',
    text: 'начало и конец',
    rules: { skip: '.more', keep: '.more + span' },
  },
  {
    name: 'as written',
    html: ' раз\nдва <div>@имя</div>  три',
    text: 'раз\nдва @имя  три',
    rules: { flow: 'lines' },
  },
  { name: 'empty', html: '', text: '' },
  { name: 'only breaks', html: '<br><br>', text: '' },
];

describe('readText', () => {
  it.each(CASES)('$name', ({ html, text, rules }) => {
    expect(readText(element(html), rules).text).toBe(text);
  });

  it('shows line feeds where the style does', () => {
    const text = element('раз\nдва');
    text.setAttribute('style', 'white-space: pre-wrap');
    expect(readText(text).text).toBe('раз\nдва');
  });

  it('maps every character of the text to the page and back', () => {
    const reading = readText(element('\n Ты  <b>про</b>сто <img alt="🤡"><br>\n и  точка '));
    expect(reading.text).toBe('Ты просто 🤡\nи точка');
    for (let index = 0; index < reading.text.length; index += 1) {
      const [span] = spansOf(reading, index, index + 1);
      const shown = reading.text[index];
      if (shown === '\n') {
        expect(span).toBeUndefined();
        continue;
      }
      if (!span) throw new Error(`no span for ${index}`);
      if (span.container.nodeType === 3) {
        const character = (span.container as Text).data.slice(span.start, span.end);
        expect(/\s/.test(character) ? ' ' : character).toBe(shown);
        expect(indexOf(reading, span.container, span.start)).toBe(index);
      } else {
        const image = span.container.childNodes[span.start] as Element;
        expect(image.getAttribute('alt')).toBe('🤡');
      }
    }
  });

  it('maps a text as written without the space around it', () => {
    const reading = readText(element(' \n раз <b>два</b>  \n'), { flow: 'lines' });
    expect(reading.text).toBe('раз два');
    const words = spansOf(reading, 0, 7).map(({ container, start, end }) =>
      (container as Text).data.slice(start, end),
    );
    expect(words).toEqual(['раз ', 'два']);
  });

  it('maps any text to the page and back', () => {
    const word = fc.stringMatching(/^[ \n\u00a0а-яё🙂\u200b]{0,6}$/u);
    const leaf = fc.oneof(
      word,
      fc.constantFrom(
        '<br>',
        '<img alt="🎉">',
        '<img alt="Снимок">',
        '<i hidden>нет</i>',
        ' ',
        '\n',
      ),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(
            fc.constantFrom('div', 'p', 'b', 'a', 'span'),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`),
      ),
    }));
    const flow = fc.constantFrom('html' as const, 'lines' as const, 'written' as const);
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), flow, (parts, kind) => {
        const reading = readText(element(parts.join('')), { flow: kind });
        let end = 0;
        for (const piece of reading.pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(end);
          // What no node stands for is line breaks only.
          expect(reading.text.slice(end, piece.start)).toMatch(/^\n*$/);
          end = piece.end;
          const shown = reading.text.slice(piece.start, piece.end);
          if (piece.node.nodeType !== 3) {
            expect((piece.node as Element).getAttribute('alt')).toBe(shown);
            continue;
          }
          const written = (piece.node as Text).data.slice(
            piece.offset,
            piece.offset + shown.length,
          );
          expect(kind === 'html' ? written.replace(/[ \t\n\r\f]/g, ' ') : written).toBe(shown);
        }
        expect(reading.text.slice(end)).toMatch(/^\n*$/);
        if (kind === 'html') expect(reading.text).not.toMatch(/ {2}|^[ \n]|[ \n]$/);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('gives one span a node for a stretch over several', () => {
    const reading = readText(element('ду<b>ра</b>ки <i>все</i>'));
    expect(
      spansOf(reading, 1, 7).map((span) =>
        (span.container as Text).data.slice(span.start, span.end),
      ),
    ).toEqual(['у', 'ра', 'ки ']);
    expect(spansOf(reading, 3, 3)).toEqual([]);
  });

  it('reads 100,000 characters', () => {
    const long = 'слово  за словом '.repeat(6_000);
    const reading = readText(element(long));
    expect(reading.text).toBe('слово за словом '.repeat(6_000).trim());
    expect(spansOf(reading, reading.text.length - 6, reading.text.length)).toHaveLength(1);
  });
});
