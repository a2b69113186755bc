import { mount } from '../../components/app/mount';
import { Dashboard } from '../../components/dashboard/Dashboard';
import { openAsked } from '../../components/example/address';

openAsked();
mount(<Dashboard />);
