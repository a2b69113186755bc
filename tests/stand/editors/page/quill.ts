import Quill from 'quill';
import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

const place = document.createElement('div');
place.className = 'editor';
openFrame('Quill').append(place);
const quill = new Quill(place, { modules: { toolbar: false, history: { delay: 300 } } });
quill.setText(PARAGRAPHS.join('\n'), 'api');
quill.history.clear();
window.model = () => quill.getText().replace(/\n$/, '');
