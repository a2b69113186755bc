import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchesOf } from '../../lib/networks/hosts';
import { startPage } from '../../lib/page/start';

export default defineContentScript({
  matches: matchesOf('given'),
  runAt: 'document_idle',
  main: startPage,
});
