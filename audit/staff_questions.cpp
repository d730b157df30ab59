// More people in post than there are posts: no arithmetic is broken, an auditor asks. Posts are counted by their kind (行政编制, 事业编制)
// over a section, since a report lists them office by office and its people all together.
#include <algorithm>
#include <map>
#include <string_view>

#include "audit/questions.h"
#include "audit/rules/operands.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

enum class PostKind : std::uint8_t { administrative, institutional, all, other };

PostKind kind_of(std::string_view path) {
  const bool administrative = contains_any(path, words<"行政编制 行政人员 行政在职">);
  const bool institutional = contains_any(path, words<"事业编制 事业人员 事业在职">);
  if (administrative != institutional) return administrative ? PostKind::administrative : PostKind::institutional;
  return administrative || contains_any(path, words<"工勤 参公 专项编制 员额 领导职数">) ? PostKind::other : PostKind::all;
}

// Those who hold a post; not those who have left it or were hired beside it.
bool is_staff(std::string_view path) {
  return contains_any(path, words<"在职 实有 在编 工作人员 在岗">) && !contains_any(path, words<"离休 退休 编外 聘用 临聘 劳务 遗属">);
}

struct Posts {
  std::vector<FigureId> posts, staff;
};

Decimal sum_of(const Context& context, const std::vector<FigureId>& ids) {
  Decimal out;
  for (const FigureId id : ids) out = out + context.index.figure(id).value;
  return out;
}

void ask(const Context& context, PostKind kind, const Posts& found, Questions& questions) {
  if (found.posts.empty() || kind == PostKind::other) return;
  std::vector<FigureId> posts = found.posts;
  if (kind == PostKind::all) {  // the largest is the total of the others, if they are not the same
    const auto less = [&](FigureId a, FigureId b) { return context.index.figure(a).value < context.index.figure(b).value; };
    posts = {*std::max_element(posts.begin(), posts.end(), less)};
  }
  for (const FigureId id : found.staff) {
    const Figure& staff = context.index.figure(id);
    if (kind == PostKind::all && !same_scope(staff, context.index.figure(posts.front()))) continue;
    if (!(sum_of(context, posts) < staff.value)) continue;
    std::vector<FigureId> operands{id};
    operands.insert(operands.end(), posts.begin(), posts.end());
    questions.push_back({Asked::staff_over, Rule::headcount, operands});
  }
}

}  // namespace

void staff_questions(const Context& context, Questions& questions) {
  constexpr std::size_t most_posts = 30;  // of one kind in one section
  std::map<std::pair<SectionId, PostKind>, Posts> found;
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.kind != Kind::count || !is_level(f) || f.comparator != Comparator::equal) continue;
    const bool staff = is_staff(f.indicator);
    if (!staff && f.indicator.view().find("编制") == std::string::npos) continue;
    Posts& posts = found[{f.section, kind_of(f.indicator)}];
    std::vector<FigureId>& list = staff ? posts.staff : posts.posts;
    if (list.size() < most_posts) list.push_back(id);
  }
  for (const auto& [key, posts] : found) ask(context, key.second, posts, questions);
}

}  // namespace gouji::audit
