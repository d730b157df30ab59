#include "output/docx/marks.h"

#include <fmt/format.h>

namespace gouji::output::docx {

void Marks::note(const Cut& cut, std::vector<std::uint64_t> At::*list, std::uint64_t id) {
  At& at = at_[cut.at];
  at.close = cut.close;
  at.open = cut.open;
  (at.*list).push_back(id);
  if (cut.keep_space_at) at_[*cut.keep_space_at].keep_space = true;
}

void Marks::add(const Anchor& anchor, std::uint64_t id) {
  if (anchor.begin.at == anchor.end.at) return note(anchor.begin, &At::points, id);
  note(anchor.begin, &At::starts, id);
  note(anchor.end, &At::ends, id);
}

std::string Marks::element(std::string_view name, std::uint64_t id) const {
  return fmt::format(R"(<{0}{1}{2} {0}id="{3}"/>)", names_.prefix, name, names_.declaration, id);
}

std::string Marks::reference(std::uint64_t id) const {
  return fmt::format("<{0}r{1}>{2}</{0}r>", names_.prefix, names_.declaration, element("commentReference", id));
}

std::string Marks::put_into(std::string_view main) const {
  std::string out;
  out.reserve(main.size() + at_.size() * 256);
  std::size_t done = 0;
  for (const auto& [byte, at] : at_) {
    out.append(main.substr(done, byte - done));
    done = byte;
    if (at.keep_space) out += " xml:space=\"preserve\"";
    out += at.close;
    for (const std::uint64_t id : at.ends) out += element("commentRangeEnd", id) + reference(id);
    for (const std::uint64_t id : at.points) out += element("commentRangeStart", id) + element("commentRangeEnd", id) + reference(id);
    for (const std::uint64_t id : at.starts) out += element("commentRangeStart", id);
    out += at.open;
  }
  return out.append(main.substr(done));
}

}  // namespace gouji::output::docx
