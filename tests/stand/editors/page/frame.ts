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
  form.append(heading, place, publish);
  document.body.append(form);
  return place;
}
