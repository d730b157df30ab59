// The evidence page in a real browser: clicks lead there and back, filters filter, nothing is logged, hostile text stays text.
// Needs Debian's chromium (scripts/install-dependencies --readers); says SKIPPED without it.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <sstream>

#include "app/auditor.h"
#include "command.h"
#include "output/html/html.h"

namespace gouji::app {
namespace {

using testing::contents;
using testing::TemporaryFolder;

bool have_browser() {
  static const bool have = std::system("command -v chromium >/dev/null 2>&1") == 0;
  if (!have) WARN("SKIPPED: no chromium");
  return have;
}

std::string page_of(const std::string& path, Language language = Language::zh) {
  Auditor::Options options;
  options.language = language;
  options.all_texts = true;
  const Auditor auditor(patterns::Library::load({}).value(), options);
  std::ostringstream out;
  output::HtmlSink sink(out, {language, "test"});
  sink.report(std::get<output::Report>(auditor.run(corpus::Input{path})));
  sink.finish();
  return out.str();
}

// The page's DOM after its scripts have run, and all that the browser logged.
struct Loaded {
  std::string dom, log;
};
Loaded load(const TemporaryFolder& folder, const std::string& page, int width) {
  folder.write("page.html", page);
  const std::string line = "cd '" + folder.path() +
                           "' && timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir=profile " +
                           "--enable-logging=stderr --virtual-time-budget=6000 --window-size=" + std::to_string(width) +
                           ",900 --dump-dom file://$PWD/page.html >dom 2>log";
  const int status = std::system(line.c_str());
  INFO(contents(folder / "log"));
  REQUIRE(status == 0);
  return {contents(folder / "dom"), contents(folder / "log")};
}

// The page with a script of the test's own after it, which the policy would forbid; it leaves what it found wrong in <pre id="wrong">.
std::string with_script(std::string page, const std::string& script) {
  const std::size_t policy = page.find("<meta http-equiv=\"Content-Security-Policy\"");
  REQUIRE(policy != std::string::npos);
  page.replace(policy, page.find('>', policy) + 1 - policy, "<script>var wrong=[];onerror=(m)=>{wrong.push('error: '+m)};</script>");
  const std::string helpers = R"js(
    const one = (s) => document.querySelector(s), all = (s) => [...document.querySelectorAll(s)];
    const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
    const check = (good, what) => { if (!good) wrong.push(what); };
    const report = () => { const pre = document.createElement('pre'); pre.id = 'wrong'; pre.textContent = wrong.join('; ') || 'nothing'; document.body.append(pre); };
  )js";
  const std::size_t end = page.rfind("</body>");
  return page.insert(end,
                     "<script>{" + helpers + "(async () => {" + script + "})().catch((e) => wrong.push('thrown: ' + e)).then(report);}</script>");
}

std::string wrong_of(const std::string& dom) {
  const std::string open = "<pre id=\"wrong\">";
  const std::size_t begin = dom.find(open);
  return begin == std::string::npos ? "the script did not end" : dom.substr(begin + open.size(), dom.find("</pre>", begin) - begin - open.size());
}

constexpr const char* sample = GOUJI_SOURCE_DIR "/corpus/samples/tables/accounts_tables_faulty.txt";

constexpr const char* there_and_back = R"js(
  const cards = all('.card.error');
  check(cards.length === 5, 'cards: ' + cards.length);
  check(JSON.parse(one('#data').textContent).figures.every((f, i) => document.getElementById('f' + i)), 'a figure has no place');
  check(one('#trail').hidden && one('#pop').hidden, 'something lies over the page');
  // from a check to its figures
  cards[1].click();
  const stated = one('#f' + cards[1].dataset.s);
  check(stated.classList.contains('on-stated'), 'the stated figure is not marked');
  check(all('.paper .on').length === cards[1].dataset.o.split(' ').length, 'operands marked: ' + all('.paper .on').length);
  check(cards[1].classList.contains('chosen') && !one('#trail').hidden, 'the check is not chosen');
  await sleep(300);
  const box = stated.getBoundingClientRect();
  check(box.top > 0 && box.bottom < innerHeight, 'the figure is out of sight: ' + box.top);
  if (innerWidth < 1024) check(one('main').dataset.view === 'report' && getComputedStyle(one('#checks')).display === 'none', 'the report is not shown');
  // along its figures and back
  const before = one('.paper .here');
  one('#next').click();
  check(one('.paper .here') !== before && all('.paper .here').length === 1, 'next does not go on');
  one('#previous').click();
  check(one('.paper .here') === before, 'previous does not go back');
  one('#back').click();
  await sleep(300);
  const card = cards[1].getBoundingClientRect();
  check(card.height > 0 && card.top < innerHeight && card.bottom > 0, 'the check is out of sight');
  one('#close').click();
  check(one('#trail').hidden && all('.paper .on').length === 0, 'marks are left');
  // from a figure to its checks
  if (innerWidth < 1024) one('.views [data-view=report]').click();
  stated.click();
  check(!one('#pop').hidden && all('#pop li a').length > 0, 'the figure does not say its checks');
  const target = one('#pop li a').hash.slice(1);
  one('#pop li a').click();
  check(document.getElementById(target).classList.contains('chosen') && one('#pop').hidden, 'the link does not choose its check');
  check(document.documentElement.scrollWidth <= innerWidth, 'wider than the window: ' + document.documentElement.scrollWidth);
)js";

constexpr const char* filters = R"js(
  const shown = () => all('#list [data-v]').filter((i) => !i.hidden);
  const total = shown().length;
  one('.chip[data-v=inconsistent]').click();
  check(shown().length > 0 && shown().every((i) => i.dataset.v === 'inconsistent'), 'verdict filter');
  one('.chip[data-v=inconsistent]').click();
  check(shown().length === total, 'all are back');
  const rule = one('#rule');
  rule.value = 'hierarchy'; rule.dispatchEvent(new Event('change'));
  check(shown().length > 0 && shown().length < total && shown().every((i) => i.dataset.r === 'hierarchy'), 'rule filter');
  rule.value = ''; rule.dispatchEvent(new Event('change'));
  const type = async (text) => { one('#words').value = text; one('#words').dispatchEvent(new Event('input')); await sleep(300); };
  await type('467.49');
  check(shown().length > 0 && shown().every((i) => i.textContent.includes('467.49')), 'search');
  await type('no such words');
  check(shown().length === 0 && !one('#nothing').hidden, 'nothing is found and it is said');
  one('.form a').click();
  check(!one('#list').hidden && one('#list .chosen') && !one('#list .chosen').hidden, 'coverage does not lead to its check');
  one('[data-tab=coverage]').click();
  check(one('#list').hidden && !one('#coverage').hidden, 'tabs');
  const light = getComputedStyle(document.body).backgroundColor;
  one('#theme').click();
  check(getComputedStyle(document.body).backgroundColor !== light, 'light and dark');
)js";

TEST_CASE("a browser shows the page without a word in its log") {
  if (!have_browser()) return;
  const TemporaryFolder folder;
  const Loaded loaded = load(folder, page_of(sample, Language::en), 1440);
  CHECK(loaded.log.find("CONSOLE") == std::string::npos);
  CHECK(loaded.dom.find("id=\"shown\"") != std::string::npos);
  // What only the script can write: it ran under the page's own policy.
  CHECK(loaded.dom.find("flex-grow: 164") != std::string::npos);
}

TEST_CASE("from a check to its figures and back, from a figure to its checks") {
  if (!have_browser()) return;
  for (const int width : {1440, 768, 500}) {
    INFO(width);
    const TemporaryFolder folder;
    CHECK(wrong_of(load(folder, with_script(page_of(sample), there_and_back), width).dom) == "nothing");
  }
}

TEST_CASE("filters, tabs, light and dark") {
  if (!have_browser()) return;
  const TemporaryFolder folder;
  CHECK(wrong_of(load(folder, with_script(page_of(sample), filters), 1440).dom) == "nothing");
}

TEST_CASE("the page of the checks across documents: cards, no word in the log, hostile names stay text, no wider than the window") {
  if (!have_browser()) return;
  const testing::Command gouji;
  const auto report = [](int year, const std::string& now, const std::string& before) {
    return "云溪县<script>hacked=1</script>教育局" + std::to_string(year) + "年度部门决算说明\n一、收支情况\n" + std::to_string(year) +
           "年一般公共预算财政拨款支出" + now + "万元，" + std::to_string(year - 1) + "年一般公共预算财政拨款支出" + before + "万元。\n";
  };
  const std::string odd = "<img src=x onerror=hacked=2>-with-a-name-that-is-much-longer-than-a-small-window-is-wide-in-any-font.txt";
  gouji.folder.write("in/" + odd, report(2021, "1100.25", "1000.11"));
  gouji.folder.write("in/2022.txt", report(2022, "1234.56", "1100.25"));
  gouji.folder.write("in/2023.txt", report(2023, "1300.77", "1243.56"));
  gouji.folder.write("in/2024.txt", report(2024, "1400.88", "1333.44"));
  CHECK(gouji("audit in -o pages/ --format html").status == 1);
  const std::string page = contents(gouji.folder / "pages/across-documents.html");
  const Loaded plain = load(gouji.folder, page, 1440);
  CHECK(plain.log.find("CONSOLE") == std::string::npos);
  const std::string script = R"js(
    check(typeof hacked === 'undefined' && all('img').length === 0, 'what the report holds ran');
    check(all('.card.error').length === 1 && all('.card.ask').length === 1 && all('.row').length === 1, 'cards: ' + all('.card').length);
    check(one('.card.error').textContent.includes('1234.56万元') && one('.card.error').textContent.includes('1243.56万元'), 'figures');
    check(one('h1').getBoundingClientRect().height > 0 && one('main').getBoundingClientRect().width <= 1000, 'layout');
    check(document.documentElement.scrollWidth <= innerWidth, 'wider than the window: ' + document.documentElement.scrollWidth);
  )js";
  for (const int width : {1440, 768, 500}) {
    INFO(width);
    CHECK(wrong_of(load(gouji.folder, with_script(page, script), width).dom) == "nothing");
  }
}

TEST_CASE("a report that holds a script stays text in the browser") {
  if (!have_browser()) return;
  const TemporaryFolder folder;
  const std::string path =
      folder.write("hostile.txt",
                   "云溪县<script>var hacked=1</script>局2023年度部门决算说明\n一、<img src=x onerror=hacked=2>情况\n"
                   "2023年支出合计300万元，其中基本支出100万元，项目支出260万元。</script><script>hacked=3</script><b onclick=alert(1)>注</b>。\n");
  const std::string script = R"js(
    check(typeof hacked === 'undefined', 'a script of the report ran');
    check(document.scripts.length === 4, 'scripts: ' + document.scripts.length);
    check(all('img').length === 0, 'an image');
    check(one('.paper').textContent.includes('<img src=x onerror=hacked=2>'), 'the text is not as it was');
    check(all('.card').length === 1, 'cards: ' + all('.card').length);
  )js";
  CHECK(wrong_of(load(folder, with_script(page_of(path), script), 1440).dom) == "nothing");
}

}  // namespace
}  // namespace gouji::app
