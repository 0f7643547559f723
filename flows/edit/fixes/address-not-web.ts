import { isWebAddress } from '../../schema/web-address';
import { changeInside } from './change-inside';
import { boldFix, type FixRule } from './fix';
import { insideOf, jsonAt, withJsonAt } from './json-at';

/** An address that only lacks its beginning, such as "www.example.com", gets it. */
export const addressNotWeb: FixRule = {
  code: 'address.not_web',
  fixes: ({ place }, flow) => {
    const path = [...(place.path?.split('.') ?? []), place.language ?? ''];
    const written = jsonAt(insideOf(flow, place), path);
    const whole = typeof written === 'string' ? `https://${written.trim()}` : '';
    if (!isWebAddress(whole) || !/^https:\/\/[\w-]+(\.[\w-]+)+(\/|$)/.test(whole)) return [];
    return [
      boldFix('https', `Make it ${whole}`, (now) =>
        changeInside(now, place, (inside) =>
          jsonAt(inside, path) === written ? withJsonAt(inside, path, whole) : inside,
        ),
      ),
    ];
  },
};
