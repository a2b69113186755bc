/** The part of the browser's interface that the draft check asks: here nobody administers anything. */
export const browser = {
  storage: {
    managed: { get: () => Promise.reject(new Error('nothing is managed')) },
    onChanged: { addListener() {}, removeListener() {} },
  },
};
