import type { Messages } from '../index';

export const about: Messages['about'] = {
  title: 'About Vakhta',
  what: 'Vakhta helps to run the accounts of public bodies: it watches comments, wording and deadlines. A person always decides.',
  versions: 'Versions',
  extension: 'Extension',
  id: 'Identifier',
  moderationRules: 'Moderation rules',
  model: 'Moderation model',
  styleRules: 'Style rules',
  profile: 'Regulation',
  browser: 'Browser',
  copy: 'Copy the versions',
  copied: 'Copied. Paste it into your letter about an error.',
  notCopied: 'The browser did not let it be copied. Select the lines by mouse.',
  privacy: 'Data',
  privacyText:
    'Vakhta sends nothing to the internet: no texts, no names, no counters. Personal data in the records are erased after the time that the settings say.',
  where: 'Where they are',
  whereText:
    'In this profile of the browser: registry and log in the database “vakhta”, settings in the extension’s storage. When the extension is removed, the browser erases all of it, so make a copy first.',
  copyLink: 'Make a copy',
  licences: 'Licences',
  licencesText:
    'Vakhta is open under the MIT licence. The build has code of others; their licences are listed beside it.',
  licence: 'Licence of Vakhta',
  notice: 'Licences of others',
  guide: 'Guide (in Russian)',
};
