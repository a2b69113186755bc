import { mount } from '../../components/app/mount';
import { Dashboard } from '../../components/dashboard/Dashboard';

mount(<Dashboard />);
