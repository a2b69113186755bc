import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startDraftEngine } from '../lib/page/draft/engine-script';

export default defineUnlistedScript(startDraftEngine);
