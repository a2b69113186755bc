import type { Messages } from '../index';

export const help: Messages['help'] = {
  button: 'Help',
  title: (screen) => `“${screen}”: what is here`,
  keys: 'Keys',
  guide: (heading) => `Guide (in Russian): «${heading}»`,
  about: {
    overview:
      'The day begins here: deadlines, the plan, comments in open tabs. Press a line to open what waits for you.',
    registry:
      'Organisations, their accounts and who is responsible. Notices with their deadlines and the page for the official site are here too.',
    plan: 'Coming posts by day. A finished text is put into a network’s new post from Vakhta’s panel.',
    publications:
      'Published posts and the weekly norm. It shows who is behind and which formats are rare.',
    log: 'All that was done to comments: text, author, ground. A record can be opened, given another ground, and saved with its evidence.',
    offenders:
      'People whose comments you removed. It shows how often, and whether there is reason for the blacklist.',
    checks:
      'Questions about the safety and the look of each account. What is not in order or was not looked at for long stands first.',
    report: 'Results of a week and longer. The report is saved as a page, a document or a table.',
    draft:
      'For a long text: the text on the left, remarks on the right. The draft stays in the browser and goes nowhere.',
    rules:
      'Your own words: what else to flag and what not to. A word can be tried here before it works on pages.',
    regulation:
      'Figures and clauses of your region’s regulation. Everything else in Vakhta takes them from here.',
    safety:
      'A copy of all records, and a check of the log. Make a copy every week: the records are in this browser only.',
    settings: 'Name, look, keys and how long data are kept. What you change is saved at once.',
    about:
      'Versions, licences, and where the data are. These lines help when you write to us about an error.',
  },
  panel:
    'The flagged comments of the open page, with the draft and the author beside them. You decide, Vakhta records.',
  does: {
    search: 'to the search',
    rows: 'along the rows',
    open: 'open',
    close: 'close the card',
    choose: 'choose a row',
    chooseRun: 'choose a run',
    chooseAll: 'choose all',
    remove: 'remove; it can be taken back',
    newEntry: 'new entry',
    days: 'along days and entries',
    moveEntry: 'move the entry by an arrow',
    saveEntry: 'done: close the entry',
    answer: 'for an open question: yes, no, cannot be seen',
    nextRemark: 'to the next remark',
    acceptRemark: 'take the replacement',
    ignoreRemark: 'leave it as it is',
    undo: 'as it was',
    help: 'this help',
  },
};
