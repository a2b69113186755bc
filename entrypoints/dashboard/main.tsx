import { mount } from '../../components/app/mount';
import { Dashboard } from '../../components/dashboard/Dashboard';
import { asksForExample } from '../../components/example/address';
import { openExample } from '../../lib/registry/database';

if (asksForExample(location.search)) openExample();

mount(<Dashboard />);
