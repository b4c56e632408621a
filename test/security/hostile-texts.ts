/** What somebody could call themselves, their post or their class. Each would do something, were it ever run. */
export const hostile = [
  '<script>window.planted = 1</script>',
  '"><img src=x onerror="window.planted=1">',
  "'); drop table core.post; --",
  '${window.planted=1}{{constructor.constructor("window.planted=1")()}}',
  'javascript:window.planted=1',
  '</title><svg onload=window.planted=1>',
  '=HYPERLINK("http://planted.example","x")',
] as const;

/** One that holds a tag, an attribute, the end of a title and an address at once: for what is written once. */
export const worst = `</title></script>"'><img src=x onerror=window.planted=1>javascript:window.planted=1`;
