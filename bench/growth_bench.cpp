// How the cost of the audit stage grows with the figures of one document: 100 to 100,000 of them, in one run, on one thread. Prints for each
// size the time and what a figure costs beside the smallest size; n·log n is what may grow. The texts are made here: offices with breakdowns,
// shares and changes, one wrong number in two hundred, and a table that totals them.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "corpus/reader.h"
#include "extractor/extractor.h"

namespace {

using namespace gouji;

std::string amount(std::uint64_t hundredths) {
  std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

// Numbers without a pattern, the same on every machine.
class Numbers {
 public:
  std::uint64_t next(std::uint64_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33) % below;
  }

 private:
  std::uint64_t state_ = 20240131;
};

// Eight figures an office, and four a row of the table.
std::string report_of(std::size_t offices) {
  Numbers numbers;
  std::string out = "云山县2023年度部门决算情况汇编\n\n";
  std::string table = "\n各单位支出决算表\n单位：万元\n\n\t单位\n\t合计\n\t基本支出\n\t项目支出\n\n";
  for (std::size_t i = 0; i < offices; ++i) {
    const std::uint64_t basic = 10000 + numbers.next(900000);
    const std::uint64_t projects = 10000 + numbers.next(900000);
    const std::uint64_t total = basic + projects + (i % 200 == 199 ? 1000 : 0);
    const std::uint64_t share = (basic * 100000 / (basic + projects) + 5) / 10;
    const std::uint64_t before = basic + projects - 5000;
    const std::string name = "第" + std::to_string(i + 1) + "办事处";
    out += "（" + std::to_string(i + 1) + "）" + name + "情况\n2023年" + name + "支出合计" + amount(total) + "万元，其中：" + name + "基本支出" +
           amount(basic) + "万元，占支出合计的" + amount(share) + "%；" + name + "项目支出" + amount(projects) + "万元。" + name + "支出较上年的" +
           amount(before) + "万元增加50.00万元。\n";
    table += "\t" + name + "\n\t" + amount(total) + "\n\t" + amount(basic) + "\n\t" + amount(projects) + "\n\n";
  }
  return out + table;
}

struct Measured {
  std::size_t figures = 0, checks = 0;
  double seconds = 0;
};

Measured measure(std::size_t offices, const patterns::Library& library) {
  corpus::Bytes bytes;
  bytes.path = "growth.txt";
  bytes.data = report_of(offices);
  const Document document = corpus::read(std::move(bytes), {}).value();
  Extraction extraction = extractor::extract(document, library);
  Measured out;
  out.figures = extraction.figures.size();
  out.seconds = 1e9;
  const int runs = offices < 2000 ? 5 : 2;  // the least disturbed one counts
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const audit::Audited audited = audit::audit(document, extraction, library, {});
    out.seconds = std::min(out.seconds, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    out.checks = audited.checks.size();
  }
  return out;
}

}  // namespace

int main() {
  const auto library = patterns::Library::load({}).value();
  constexpr std::size_t figures_of_an_office = 9;
  std::printf("%10s %10s %12s %14s %22s\n", "figures", "checks", "audit, ms", "us a figure", "beside n log n of 100");
  double unit = 0;
  for (const std::size_t figures : {100U, 1000U, 10000U, 100000U}) {
    const Measured m = measure(std::max<std::size_t>(1, figures / figures_of_an_office), *library);
    const double n = static_cast<double>(m.figures);
    const double cost = m.seconds / (n * std::log2(n));
    if (unit == 0) unit = cost;
    std::printf("%10zu %10zu %12.2f %14.2f %22.2f\n", m.figures, m.checks, m.seconds * 1e3, m.seconds / n * 1e6, cost / unit);
  }
}
