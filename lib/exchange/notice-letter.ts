import { dayInWords } from '../i18n/day';
import { letter } from '../i18n/ru/letter';
import { siteOf } from '../networks/hosts';
import type { Account } from '../registry/accounts';
import type { Body } from '../registry/bodies';
import type { Notice } from '../registry/notices';
import type { RegulationProfile } from '../regulation/profile';
import { type DocxBlock, writeDocx } from './docx';
import { safeFileName } from './file-name';

/** What the letter is made of. */
export interface LetterFacts {
  notice: Notice;
  account: Account;
  body: Body;
  profile: RegulationProfile;
  /** Day of the letter, `YYYY-MM-DD`. */
  day: string;
  /** Number in the body's own books; empty while there is none. */
  number: string;
  /** To whom, as it stands at the top right; lines as written. */
  addressee: string;
  /** Who signs: position and name, a line each. */
  signer: { position: string; name: string };
  /** Who has made the letter; left out where empty. */
  executor: string;
}

/** «24 ноября 2026 года». */
const dayOfLetter = (day: string) => dayInWords(day, 'ru').replace(/\s?г\.$/, ' года');

/**
 * The clause without the name of its act where the source begins with the same one: «3» for «3
 * постановления» of a «Постановление…». It would be said twice.
 */
function clauseIn(source: string, clause: string): string {
  const [, number, act] = /^(\d\S*)\s+(\p{L}+)$/u.exec(clause) ?? [];
  const stem = act?.slice(0, -2).toLowerCase();
  return number && stem && source.toLowerCase().startsWith(stem) ? number : clause;
}

/** Lines about the account, name and value. */
function factsOf({ notice, account, body }: LetterFacts): [string, string][] {
  const words = letter.fact;
  const days: [string, string][] =
    notice.event === 'created'
      ? [[words.created, dayOfLetter(notice.day)]]
      : [
          ...(account.created === null
            ? []
            : [[words.created, dayOfLetter(account.created)] satisfies [string, string]]),
          [words.deleted, dayOfLetter(notice.day)],
        ];
  // Telephones and mail stay in the registry.
  const people = account.responsible.map(({ name, position }) =>
    position === '' ? name : `${name}, ${position}`,
  );
  return [
    [words.body, body.name],
    [words.network, letter.network(siteOf(account.network).name.ru)],
    [words.name, account.name],
    [words.address, account.address],
    ...days,
    ...(people.length > 0
      ? [[words.responsible, people.join('\n')] satisfies [string, string]]
      : []),
  ];
}

/** The letter piece by piece, top to bottom. */
function blocksOf(facts: LetterFacts): DocxBlock[] {
  const { notice, account, body, profile, day, number, addressee, signer, executor } = facts;
  const { source, notices } = profile;
  const paragraph = (
    text: string,
    look: Omit<Extract<DocxBlock, { kind: 'paragraph' }>, 'kind' | 'text'> = {},
  ): DocxBlock => ({ kind: 'paragraph', text, ...look });
  const sentence = letter.sentence[notice.event](
    body.name,
    dayOfLetter(notice.day),
    letter.network(siteOf(account.network).name.ru),
  );
  return [
    paragraph(body.name, { align: 'center', bold: true }),
    paragraph(letter.dateAndNumber(dayOfLetter(day), number || letter.blank)),
    ...(addressee.trim() === '' ? [] : [paragraph(addressee.trim(), { indent: 9 })]),
    paragraph(`${letter.title}\n${letter.about[notice.event]}`, { align: 'center', bold: true }),
    paragraph(sentence, { align: 'justify', firstLine: true }),
    paragraph(letter.basis(source, clauseIn(source, notices.clause)), {
      align: 'justify',
      firstLine: true,
    }),
    paragraph(letter.facts, { firstLine: true }),
    { kind: 'table', rows: factsOf(facts), widths: [2, 5] },
    paragraph(''),
    {
      kind: 'signature',
      position: signer.position.trim() || letter.blank,
      name: signer.name.trim() || letter.blank,
    },
    ...(executor.trim() === '' ? [] : [paragraph(letter.executor(executor.trim()))]),
  ];
}

const RULE = '____________';

/** The letter as plain text, for a mail or a form. */
export function letterText(facts: LetterFacts): string {
  const pieces = blocksOf(facts).map((block) => {
    switch (block.kind) {
      case 'table':
        return block.rows
          .map(([name, value]) => `${name}: ${String(value).replaceAll('\n', '; ')}`)
          .join('\n');
      case 'signature':
        return `${block.position} ${RULE} ${block.name}`;
      case 'image':
        return '';
      default:
        return block.text;
    }
  });
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}

/** The letter as a DOCX file with its name. Rejects when the writer cannot be loaded. */
export async function letterFile(facts: LetterFacts): Promise<File> {
  const title = `${letter.title} ${letter.about[facts.notice.event]}`;
  const blob = await writeDocx({ title, blocks: blocksOf(facts), locale: 'ru', size: 13 });
  return new File([blob], safeFileName(`${title} ${facts.account.name}`, facts.day, 'docx'), {
    type: blob.type,
  });
}
