import { defineContentScript } from 'wxt/utils/define-content-script';
import { manifestMatches } from '../../lib/networks/hosts';
import { startPage } from '../../lib/page/start';

export default defineContentScript({
  matches: manifestMatches(),
  runAt: 'document_idle',
  main: startPage,
});
