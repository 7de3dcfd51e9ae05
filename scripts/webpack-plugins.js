/** The small plugins of webpack.config.js. */
const { createHash } = require('node:crypto');
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { chmod } = require('node:fs/promises');
const path = require('node:path');
const { transform } = require('@swc/core');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { Compilation, sources } = require('webpack');
const { NEEDED } = require('./engine-level.js');

/** Marks a file of the output as a program. */
class ExecutablePlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('ExecutablePlugin', ({ outputOptions }) =>
      chmod(path.join(outputOptions.path, this.file), 0o755),
    );
  }
}

/**
 * Minifies scripts with SWC, which the project has for TypeScript anyway and which takes seconds, and brings what
 * packages wrote in newer JavaScript down to the version of the pages.
 */
class SwcMinifyPlugin {
  /** @param es5 names of scripts that are written in the JavaScript of before 2015 */
  constructor({ es5 = [] } = {}) {
    this.es5 = es5;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('SwcMinifyPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name: 'SwcMinifyPlugin', stage }, (assets) =>
        Promise.all(
          Object.keys(assets)
            .filter((name) => name.endsWith('.js'))
            .map(async (name) => {
              const target = this.es5.includes(name) ? 'es5' : 'es2018';
              const code = await smaller(String(assets[name].source()), target);
              compilation.updateAsset(name, new sources.RawSource(code), { minimized: true });
            }),
        ),
      );
    });
  }
}

async function smaller(script, target) {
  const { code } = await transform(script, {
    swcrc: false,
    configFile: false,
    isModule: false,
    minify: true,
    jsc: {
      target,
      parser: { syntax: 'ecmascript' },
      minify: { compress: true, mangle: true, format: { comments: false } },
    },
  });
  // What older JavaScript needs stands at the top, where every name is one of the page's.
  return target === 'es5' ? `(function(){${code}})();` : code;
}

/** Has the pages' packages written without `:is()` (`focusable-selector-loader.js`); fails where their place is not found. */
class FocusableSelectorPlugin {
  apply(compiler) {
    const place = path.join('tabster', 'dist', 'esm', 'Consts.js');
    const inPlace = ({ resource }) => resource?.endsWith(path.sep + place) ?? false;
    compiler.options.module.rules.push({
      test: (resource) => inPlace({ resource }),
      use: require.resolve('./focusable-selector-loader.js'),
    });
    compiler.hooks.thisCompilation.tap('FocusableSelectorPlugin', (compilation) => {
      compilation.hooks.finishModules.tap('FocusableSelectorPlugin', (modules) => {
        if (![...modules].some(inPlace))
          compilation.errors.push(
            new Error(`No ${place} any more: where does Tabster keep its selector now?`),
          );
      });
    });
  }
}

/**
 * Puts the notice for engines that are too old first into the body of one page: the words of its host, and a classic inline
 * script in the oldest JavaScript, so that it runs where nothing else does.
 */
class OldEnginePlugin {
  /**
   * @param page the page in the output
   * @param words the file with the notice in the words of its host
   * @param script the file with the script, which asks for all that `NEEDED` names
   */
  constructor({ page, words, script }) {
    this.page = page;
    this.files = [words, script];
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('OldEnginePlugin', (compilation) => {
      compilation.fileDependencies.addAll(this.files);
      HtmlWebpackPlugin.getCompilationHooks(compilation).afterTemplateExecution.tap(
        'OldEnginePlugin',
        (data) => {
          if (data.outputName !== this.page) return data;
          const html = data.html.replace(/<body[^>]*>/i, (body) => `${body}\n${this.notice()}`);
          if (html === data.html) throw new Error(`${this.page} has no <body> for the notice`);
          return { ...data, html };
        },
      );
    });
  }

  notice() {
    const [words, script] = this.files.map((file) => readFileSync(file, 'utf8').trim());
    const asking = script.replace('__NEEDED__', NEEDED.join(' '));
    if (asking === script) throw new Error('The script of the notice has no place for what pages need');
    return `${words}\n<script>\n${asking}\n</script>`;
  }
}

/**
 * Puts the content security policy of each page first into its head, so that it holds for all that follows: as a
 * `<meta>`, because the pages are served by whoever deploys them, mostly as plain files.
 *
 * Scripts and styles that stand in a page are named by their hashes, so that they run also where none of our files
 * comes. Fluent UI makes `<style>` elements that are empty and fills them rule by rule, which needs no more than the hash
 * of nothing: a style that somebody else puts in is not applied.
 */
class ContentSecurityPolicyPlugin {
  /**
   * @param officeJsUrl where the pages load office.js from, which loads more from beside itself; `null`: they load and ask
   *   for nothing but their own scripts
   * @param withFluent the pages that show Fluent UI
   */
  constructor({ officeJsUrl, withFluent }) {
    this.alone = officeJsUrl === null;
    this.officeJs = this.alone ? null : folderOf(officeJsUrl);
    this.withFluent = withFluent;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('ContentSecurityPolicyPlugin', (compilation) => {
      HtmlWebpackPlugin.getCompilationHooks(compilation).beforeEmit.tap(
        'ContentSecurityPolicyPlugin',
        (data) => ({ ...data, html: this.protect(data.html, data.outputName) }),
      );
    });
  }

  protect(html, name) {
    if (/<[^>]*\s(?:on\w+|style)\s*=/i.test(html))
      throw new Error(`${name} has a script or a style in an attribute, which its policy forbids`);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${this.policy(html, name)}" />`;
    const page = html.replace(/<head[^>]*>/i, (head) => `${head}\n    ${meta}`);
    // Browsers look for the encoding in the first 1024 bytes alone.
    if (
      !/<head[^>]*>\s*<meta http-equiv="Content-Security-Policy"[^]*<meta charset=/i.test(page.slice(0, 1024))
    )
      throw new Error(`${name} has no <head> with <meta charset> first, or its policy is too long`);
    return page;
  }

  policy(html, name) {
    const { officeJs } = this;
    const fluent = this.withFluent.includes(name) ? [hash('')] : [];
    const asked = this.alone ? "'none'" : "'self'";
    return Object.entries({
      'default-src': ["'none'"],
      'script-src': ["'self'", ...(officeJs ? [officeJs] : []), ...hashesOf('script', html)],
      'style-src': ["'self'", ...fluent, ...hashesOf('style', html)],
      'img-src': ["'self'"],
      'connect-src': [asked],
      'worker-src': [asked],
      // Where office.js does not know the host, it lets a page of its own ask the user.
      'frame-src': [officeJs ? `${officeJs}AgaveErrorUX/` : asked],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    })
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; ');
  }
}

/** The folder of an address as the source of a policy; `null` for one beside the pages. */
function folderOf(address) {
  if (!/^(?:https?:)?\/\//i.test(address)) return null;
  const folder = address.replace(/[?#].*$/s, '').replace(/[^/]*$/, '');
  if (/[\s;,'"<>&]/.test(folder)) throw new Error(`OFFICE_JS_URL cannot be part of a policy: ${address}`);
  return folder;
}

function hashesOf(element, html) {
  const inline = new RegExp(`<${element}(?:\\s[^>]*)?>([^]*?)</${element}>`, 'gi');
  return [...html.matchAll(inline)]
    .filter(([whole]) => !/^<script[^>]*\ssrc=/i.test(whole))
    .map(([, content]) => hash(content));
}

function hash(text) {
  // Parsers read line ends of any kind as one.
  return `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;
}

/** Writes texts into the output. */
class EmitPlugin {
  /** @param texts by the names of their files */
  constructor(texts) {
    this.texts = texts;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('EmitPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'EmitPlugin', stage }, () => {
        for (const [name, text] of Object.entries(this.texts))
          compilation.emitAsset(name, new sources.RawSource(text));
      });
    });
  }
}

/** Copies files of the project into the output as they are. */
class CopyFilesPlugin {
  constructor(copies) {
    this.copies = copies;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CopyFilesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'CopyFilesPlugin', stage }, () => {
        for (const { from, to, ends = '' } of this.copies) {
          const full = path.join(compiler.context, from);
          const names = statSync(full).isDirectory()
            ? readdirSync(full).filter((n) => n.endsWith(ends))
            : [''];
          for (const name of names) {
            const file = path.join(full, name);
            compilation.fileDependencies.add(file);
            compilation.emitAsset(path.posix.join(to, name), new sources.RawSource(readFileSync(file)));
          }
        }
      });
    });
  }
}

module.exports = {
  ContentSecurityPolicyPlugin,
  CopyFilesPlugin,
  EmitPlugin,
  ExecutablePlugin,
  FocusableSelectorPlugin,
  OldEnginePlugin,
  SwcMinifyPlugin,
};
