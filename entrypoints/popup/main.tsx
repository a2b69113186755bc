import { mount } from '../../components/app/mount';
import { Popup } from '../../components/popup/Popup';

mount(<Popup />);
