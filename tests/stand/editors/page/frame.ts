/** The form that every neighbour editor stands in; the editor fills `place`. */
export function openFrame(title: string): HTMLElement {
  document.title = title;
  const form = document.createElement('form');
  const heading = document.createElement('h1');
  heading.textContent = title;
  const place = document.createElement('div');
  place.className = 'place';
  const publish = document.createElement('button');
  publish.type = 'button';
  publish.id = 'publish';
  publish.textContent = 'Опубликовать';
  publish.addEventListener('click', () => takePublication());
  form.append(heading, place, publish);
  document.body.append(form);
  return place;
}

let published = 200;

/** A post under the form, unless the address says that the network is to refuse it: `?publish=no`. */
function takePublication(): void {
  if (new URL(location.href).searchParams.get('publish') === 'no') return;
  published += 1;
  const post = document.createElement('article');
  post.id = `-100_${published}`;
  post.textContent = window.model();
  document.body.append(post);
}
