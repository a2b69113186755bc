/**
 * Forms of a word that no dictionary is asked about: whoever adds a word at run time adds one that
 * nobody knew when the extension was built. The rows below say which endings stand beside which; a word
 * is read by the rows whose endings it shows. Endings are closed sets, so that a stem never swallows
 * another word: «лес» gives «леса», «лесом» and never «лесть», «лестница», «лесной».
 */

/** A stem and the endings it takes, lower case, `ё` as `е`. */
export interface Stem {
  stem: string;
  endings: readonly string[];
}

interface Paradigm {
  /** All endings. */
  endings: readonly string[];
  /** Endings by which a word is taken for one of this row. */
  from: readonly string[];
  /** What the stem must end in. */
  after: RegExp;
  /** Fewest letters of the stem; shorter ones meet other words too often. */
  least: number;
}

/** Endings parted by spaces; `-` is none. */
const list = (endings: string) =>
  endings.split(' ').map((ending) => (ending === '-' ? '' : ending));
const row = (after: RegExp, from: string, endings: string, least = 2): Paradigm => ({
  endings: list(endings),
  from: list(from),
  after,
  least,
});

const HARD = /[бвдзлмнпрстф]$/;
const VELAR = /[гкх]$/;
const HUSHING = /[жчшщ]$/;
const HISS = /ц$/;
/** Before a soft sign or `я`. */
const SOFT = /[бвдзлмнпрстф]$/;

const NOUNS: readonly Paradigm[] = [
  // стол, чиновник, врач, подлец: the dictionary form ends in a consonant
  row(HARD, '- ов ом', '- а у ом е ы ов ам ами ах', 3),
  row(VELAR, '- ов ом', '- а у ом е и ов ам ами ах', 3),
  row(HUSHING, '- ем', '- а у ем ом е и ей ам ами ах', 3),
  row(HISS, '- ев', '- а у ем ом е ы ев ов ам ами ах', 3),
  // дура, собака, ханжа, улица
  row(HARD, 'а ой', 'а ы е у ой ою - ам ами ах'),
  row(VELAR, 'а ой', 'а и е у ой ою - ам ами ах'),
  row(HUSHING, 'а', 'а и е у ей ой ею ою - ам ами ах'),
  row(HISS, 'а', 'а ы е у ей ею ой - ам ами ах'),
  // болото, дело
  row(HARD, 'о', 'о а у ом е - ам ами ах'),
  row(VELAR, 'о', 'о а у ом е и - ам ами ах'),
  row(HISS, 'е', 'е а у ем - ам ами ах'),
  row(HUSHING, 'е', 'е а у ем и - ам ами ах'),
  // An oblique form does not tell the gender: all of it is taken.
  row(HARD, 'ы у ам ами ах', '- а у ом е ы ов ам ами ах ой ою о', 3),
  row(VELAR, 'у ам ами ах', '- а у ом е и ов ам ами ах ой ою', 3),
  row(HUSHING, 'ам ами ах', '- а у ем ом е и ей ам ами ах ой ею', 3),
  row(HISS, 'ы ов ам ами ах', '- а у ем ом е ы ев ов ам ами ах ей ой', 3),
  // мразь, тварь, ложь; вождь, секретарь
  row(SOFT, 'ь ью', 'ь и ью ей ям ями ях'),
  row(HUSHING, 'ь ью', 'ь и ью ей ам ами ах'),
  row(/(?:тел|ар|ыр|ожд|ен|ел|ол|ил|ал|бл|бр|ед)$/, 'ь', 'ь я ю ем е и ей ям ями ях'),
  row(SOFT, 'ями ях ям', 'ь я ю ем е и ей ям ями ях ью'),
  // пуля, тётя; статья, семья
  row(SOFT, 'я', 'я и е ю ей ею ь ям ями ях'),
  row(/ь$/, 'я', 'я и е ю ей ею ям ями ях'),
  row(/[аеоуэюя]$/, 'я', 'я и е ю ей ею й ям ями ях'),
  // поле, море; счастье
  row(SOFT, 'е', 'е я ю ем ей ям ями ях', 3),
  row(/ь$/, 'е', 'е я ю ем и ям ями ях', 4),
  // трамвай, герой, дурачьё
  row(/[аеоую]$/, 'й', 'й я ю ем е и ев ям ями ях', 2),
  // гений, санаторий; партия; здание
  row(/[бвдзлмнпрстф]и$/, 'й', 'й я ю ем и ев ям ями ях', 3),
  row(/и$/, 'я', 'я и ю ей ею й ям ями ях', 3),
  row(/и$/, 'е я', 'е я ю ем и й ям ями ях', 4),
  row(/и$/, 'ю ей ем ям ями ях', 'е я ю ем и й ей ям ями ях ев', 4),
  // время
  row(/м$/, 'я', 'я ени енем ена ен енам енами енах'),
];

const HARD_ADJECTIVE = 'ый ой ая ое ые ого ому ым ом ую ою ых ыми';
const FULL_ADJECTIVES: readonly Paradigm[] = [
  // новый, жилой
  row(HARD, 'ый ая ое ые ого ому ым ых ыми ую', `${HARD_ADJECTIVE} - а о ы ее ей`),
  row(HARD, 'ой', HARD_ADJECTIVE),
  row(HISS, 'ый ая ые ого ых', 'ый ая ое ее ые ого ему ым ом ую ой ей ых ыми'),
  // плохой, городской
  row(
    VELAR,
    'ий ой ая ое ие ого ому им их ими ую',
    'ий ой ая ое ие ого ому им ом ую ою их ими - а о и',
  ),
  // лучший, чужой
  row(
    HUSHING,
    'ий ой ая ое ее ие ого его ому ему им их ими ую',
    'ий ой ая ое ее ие ого его ому ему им ом ем ую ей ею ою их ими - а о е и',
  ),
  // синий, здешний
  row(/[нр]$/, 'ий яя ее ие его ему юю их', 'ий яя ее ие его ему им ем юю ей ею их ими'),
  // чиновничий, божий, собачий
  row(
    /[вглмнпрсбдтжчш]$/,
    'ья ье ьи ьего ьему ьим ьей ью ьих ьими',
    'ий ья ье ьи ьего ьему ьим ьем ьей ью ьею ьих ьими',
    3,
  ),
  row(/[жчшв]$/, 'ий', 'ий ья ье ьи ьего ьему ьим ьем ьей ью ьею ьих ьими', 3),
];

/** A participle's suffixes with every ending of an adjective. */
const participles = (suffixes: string, endings: string) =>
  suffixes
    .split(' ')
    .flatMap((suffix) => endings.split(' ').map((ending) => suffix + ending))
    .join(' ');
const PAST = list('л ла ло ли');
const ACTIVE = 'ий ая ее ие его ему им ем ую ей ими их';
const PASSIVE = 'ый ая ое ые ого ому ым ом ую ой ыми ых';
const past = (vowel: string) =>
  `${['л', 'ла', 'ло', 'ли', 'в', 'вши'].map((ending) => vowel + ending).join(' ')} ${participles(`${vowel}вш`, ACTIVE)}`;
const VERBS: readonly Paradigm[] = [
  // читать, гулять, болеть: the vowel stays before every ending
  row(
    /[аяе]$/,
    'ть ет ют ешь ете ли',
    `ть ю ешь ет ем ете ют й йте я ${past('')} н на но ны ${participles('нн', PASSIVE)} ${participles('ющ', ACTIVE)}`,
    3,
  ),
  // врать, жрать, ждать: no vowel before
  row(/^[бвгджзклмнпрстфхцчшщ]{2}$/, 'ать', `ать у ешь ет ем ете ут и ите ${past('а')}`),
  // кричать, лежать
  row(/[жчшщ]$/, 'ать', `ать у ишь ит им ите ат и ите а ${past('а')} ${participles('ащ', ACTIVE)}`),
  // воровать, плевать
  row(
    /[бвгджзклмнпрстфхчшщ]$/,
    'овать ует уют уешь уем ую',
    `овать ую уешь ует уем уете уют уй уйте уя ${past('ова')} ${participles('ованн', PASSIVE)} ${participles('ующ', ACTIVE)}`,
  ),
  row(
    /[жчшщцл]$/,
    'евать юет юют юешь ует уют',
    `евать ую юю уешь юешь ует юет уем юем уете юете уют юют уй юй уйте юйте ${past('ева')}`,
  ),
  // говорить, врубить; тащить
  row(
    /[бвгдзклмнпрстфх]$/,
    'ить ишь ите ят ил или ила',
    `ить ю ишь ит им ите ят и ь ьте я ен ена ены ${past('и')} ${participles('енн', PASSIVE)} ${participles('ящ', ACTIVE)}`,
    3,
  ),
  row(
    /[жчшщ]$/,
    'ить ишь ил или ила',
    `ить у ишь ит им ите ат и ен ена ены ${past('и')} ${participles('енн', PASSIVE)} ${participles('ащ', ACTIVE)}`,
  ),
  // бить, пить, шить with their prefixes
  row(/(?:^|[аоуыие]|[дзтб])[бвлпш]$/, 'ить', 'ить ью ьешь ьет ьем ьете ьют ей ейте', 1),
  // смотреть, терпеть
  row(
    /[бвгджзклмнпрстфхчшщ]$/,
    'еть',
    `еть ишь ит им ите ят ат и я ${past('е')} ${participles('ящ', ACTIVE)}`,
  ),
  // обмануть, пнуть
  row(
    /н$/,
    'уть ул ула ули',
    `уть у ешь ет ем ете ут и ите ь ${past('у')} ${participles('ут', PASSIVE)}`,
  ),
  // мыть, закрыть
  row(
    /[крмнв]$/,
    'ыть',
    `ыть ою оешь оет оем оете оют ой ойте ыт ыта ыты ${past('ы')} ${participles('ыт', PASSIVE)}`,
  ),
];

/** Consonants that change before some endings of a verb: носить — ношу, писать — пишет. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/ск$/, 'щ'],
  [/ст$/, 'щ'],
  [/с$/, 'ш'],
  [/з$/, 'ж'],
  [/[кт]$/, 'ч'],
  [/х$/, 'ш'],
  [/([бвмпф])$/, '$1л'],
];
const CHANGES_OF_FIRST: readonly (readonly [RegExp, string])[] = [...CHANGES, [/д$/, 'ж']];
const CHANGED_FIRST = list(`у ю ен ена ены ${participles('енн', PASSIVE)}`);
const CHANGED_ALL = list('у ю ешь ет ем ете ут ют и ите');

/** Words this short have no ending to tell them by. */
const LEAST_LETTERS = 3;
const RUSSIAN_WORD = /^[а-я]+$/;
const CONSONANT = /[бвгджзйклмнпрстфхцчшщ]$/;

function readBy(rows: readonly Paradigm[], word: string, found: Stem[]): void {
  for (const { endings, from, after, least } of rows)
    for (const ending of from) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(0, word.length - ending.length);
      if (stem.length >= least && after.test(stem)) found.push({ stem, endings });
    }
}

const MASCULINE = list('а у ом е ы ов ам ами ах');
const MASCULINE_VELAR = list('а у ом е и ов ам ами ах');
const MASCULINE_HISS = list('а у ем ом е ы ев ов ам ами ах');
const MASCULINE_SOFT = list('я ю ем е и ей ям ями ях');
const NONE = list('-');
const FEMININE_SOFT = list('и ей ам ами ах ям ями ях');
const SHORTENED = list('е я ю ем и ям ями ях');
const PEOPLE = list('е - ам ами ах');
const YOUNG = list('та т там тами тах');

/** What a fleeting vowel or a changing suffix does to a word: its shape, the other stem, the endings. */
const CHANGING: readonly (readonly [RegExp, string, readonly string[]])[] = [
  // подонок — подонка, ларек — ларька, паек — пайка
  [/^(.{2,})ок$/, '$1к', MASCULINE_VELAR],
  [/^(.{2,}[лнр])ек$/, '$1ьк', MASCULINE_VELAR],
  [/^(.{2,}[жчш])ек$/, '$1к', MASCULINE_VELAR],
  [/^(.+[аеоуыэюя])ек$/, '$1йк', MASCULINE_VELAR],
  // немец — немца, владелец — владельца, боец — бойца
  [/^(.{2,}[^аеиоуыэюял])ец$/, '$1ц', MASCULINE_HISS],
  [/^(.+л)ец$/, '$1ьц', MASCULINE_HISS],
  [/^(.+[аеоуыэюя])ец$/, '$1йц', MASCULINE_HISS],
  // козел — козла, угол — угла, ветер — ветра; день — дня
  [/^(.+[бвгдзкпстх])[ое]([лр])$/, '$1$2', MASCULINE],
  [/^(.+)е([нр])ь$/, '$1$2', MASCULINE_SOFT],
  // сказка — сказок, копейка — копеек, кошка — кошек; придурка — придурок
  [/^(.+)[йь]к(?:[ауеио]|ам|ами|ах|ов|ом)$/, '$1ек', NONE],
  [/^(.*[жчш])к(?:[ауеио]|ам|ами|ах|ов|ом)$/, '$1ек', NONE],
  [/^(.*[бвгджзклмнпрстфхц])к(?:[ауеио]|ам|ами|ах|ов|ом)$/, '$1ок', NONE],
  // козлы — козел, немцы — немец, бойцы — боец
  [/^(.+[бвгдзкпстх])([лр])(?:ы|у|ам|ами|ах|ов|ом)$/, '$1е$2', NONE],
  [/^(.+[^аеиоуыэюяйь])ц(?:[аыу]|ам|ами|ах|ев|ем|ов|ом)$/, '$1ец', NONE],
  [/^(.+)[йь]ц(?:[аыу]|ам|ами|ах|ев|ем|ов|ом)$/, '$1ец', NONE],
  // умный — умен
  [/^(.+[бвгджзклмпрстфхчш])н(?:ый|ая|ое|ые|ой)$/, '$1ен', NONE],
  // ложь — лжи, церковь — церкви
  [/^(.*[бвклр])о([жшв])ь$/, '$1$2', FEMININE_SOFT],
  // статья — статей
  [/^(.+)ья$/, '$1ей', NONE],
  // здание — зданье
  [/^(.+[нтлр])ие$/, '$1ь', SHORTENED],
  // горожанин — горожане; козленок — козлята
  [/^(.{2,}[ая]н)ин$/, '$1', PEOPLE],
  [/^(.{2,}[бвдзлмнпрст])енок$/, '$1я', YOUNG],
];

function changing(word: string, found: Stem[]): void {
  for (const [shape, other, endings] of CHANGING) {
    if (!shape.test(word)) continue;
    found.push({ stem: word.replace(shape, other), endings });
  }
}

function verbs(word: string, found: Stem[]): void {
  readBy(VERBS, word, found);
  const infinitive = /^(.{2,})([аи])ть$/.exec(word);
  if (infinitive) {
    const [, stem = '', vowel] = infinitive;
    for (const [consonant, changed] of vowel === 'а' ? CHANGES : CHANGES_OF_FIRST) {
      if (!consonant.test(stem)) continue;
      found.push({
        stem: stem.replace(consonant, changed),
        endings: vowel === 'а' ? CHANGED_ALL : CHANGED_FIRST,
      });
      break;
    }
  }
  // What happened, whoever did it; the rest of such a verb is a guess («дебил» is no verb).
  if (/[аеияуы]л$/.test(word)) found.push({ stem: word.slice(0, -1), endings: PAST });
}

function reflexive(word: string): Stem[] {
  const base: Stem[] = [];
  verbs(word.slice(0, -2), base);
  return base.map(({ stem, endings }) => ({
    stem,
    endings: endings.map((ending) =>
      ending === ''
        ? ''
        : `${ending}${CONSONANT.test(ending) || ending.endsWith('ь') || /(?:ий|[аяо]я|[ое]е|ые|ие)$/.test(ending) ? 'ся' : 'сь'}`,
    ),
  }));
}

/**
 * How a word changes, read from its own ending; the word as given is always among the forms. Give the
 * dictionary form where you can: it has the fewest readings. `word`: one word, lower case, `ё` as `е`; a
 * word with anything but Russian letters, or of two letters, does not change.
 */
export function stemsOf(word: string): Stem[] {
  const found: Stem[] = [{ stem: word, endings: [''] }];
  if (word.length < LEAST_LETTERS || !RUSSIAN_WORD.test(word)) return found;
  if (/(?:ться|[а-я]тся|лся|лась|лись|[еи]шься)$/.test(word)) return [...found, ...reflexive(word)];
  readBy(NOUNS, word, found);
  readBy(FULL_ADJECTIVES, word, found);
  verbs(word, found);
  changing(word, found);
  return found;
}

/** Every form of a word as `stemsOf` reads it, the word itself first. */
export function formsOf(word: string): string[] {
  const forms = new Set<string>();
  for (const { stem, endings } of stemsOf(word))
    for (const ending of endings) forms.add(stem + ending);
  return [...forms];
}
