import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/**
 * What two pages share is one file, not thirty. What starts a page stands apart from it: it fills in what the server told
 * the page, which the shared file reads as it is loaded.
 */
const codeSplitting = {
  groups: [
    { name: 'first', test: /runtime[\\/]client[\\/]payload\.js$|vite[\\/]preload-helper/, priority: 1 },
    { name: 'shared', minShareCount: 2 },
  ],
};

export default defineConfig({
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
  plugins: [
    sveltekit({
      // Small styles stand in the page itself: a file less to wait for each.
      inlineStyleThreshold: 5_000,
      adapter: adapter({ precompress: true }),
      // A nonce for the one inline script that starts a page; nothing comes from elsewhere.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // SvelteKit hides its announcer of page titles by a style attribute: this one, by its hash, and no other.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
