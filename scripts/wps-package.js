/** What a package for WPS is called: in the registration, its folder `name_version` and its entry must agree to the letter. */
const { name, version } = require('../package.json');

module.exports = { NAME: name, VERSION: version, FOLDER: `${name}_${version}`, OUTPUT: 'dist/wps' };
