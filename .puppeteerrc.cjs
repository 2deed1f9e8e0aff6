// The browser comes from the lock file (@sparticuz/chromium); puppeteer must not download its own,
// which fails wherever only a package registry can be reached.
module.exports = { skipDownload: true };
