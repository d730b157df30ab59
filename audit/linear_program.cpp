#include "audit/linear_program.h"

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cmath>

namespace gouji::audit {
namespace {

constexpr double presses = 1e-7;  // a dual value above it

// The rows of the program: each relation's bound, loosened by the widening, which is the last column.
struct Program {
  std::vector<int> row, column;
  std::vector<double> value, low, high;
  std::vector<std::uint32_t> relation;

  void add(const LinearRow& from, double bound_low, double bound_high, double loosened, int widening) {
    const int at = static_cast<int>(low.size());
    for (const auto& [unknown, coefficient] : from.terms) entry(at, static_cast<int>(unknown), coefficient);
    entry(at, widening, loosened);
    low.push_back(bound_low);
    high.push_back(bound_high);
    relation.push_back(from.relation);
  }

 private:
  void entry(int r, int c, double v) {
    row.push_back(r);
    column.push_back(c);
    value.push_back(v);
  }
};

}  // namespace

Slack least_widening(std::uint32_t unknowns, const std::vector<LinearRow>& rows, double low) {
  const int widening = static_cast<int>(unknowns);
  Program program;
  for (const LinearRow& r : rows) {
    double mass = 0;
    for (const auto& term : r.terms) mass += std::fabs(term.second);
    if (r.low > -COIN_DBL_MAX) program.add(r, r.low, COIN_DBL_MAX, mass, widening);
    if (r.high < COIN_DBL_MAX) program.add(r, -COIN_DBL_MAX, r.high, -mass, widening);
  }
  std::vector<double> lower(unknowns + 1U, low), upper(unknowns + 1U, low + 1), cost(unknowns + 1U, 0.0);
  lower.back() = 0;
  upper.back() = COIN_DBL_MAX;
  cost.back() = 1;
  CoinPackedMatrix matrix(true, program.row.data(), program.column.data(), program.value.data(), static_cast<CoinBigIndex>(program.value.size()));
  matrix.setDimensions(static_cast<int>(program.low.size()), widening + 1);
  ClpSimplex model;
  model.setLogLevel(0);
  model.loadProblem(matrix, lower.data(), upper.data(), cost.data(), program.low.data(), program.high.data());
  model.setMaximumIterations(20000);
  model.dual();
  Slack out;
  out.solved = model.status() == 0;
  if (!out.solved) return out;
  out.widening = std::max(0.0, model.primalColumnSolution()[widening]);
  const double* dual = model.dualRowSolution();
  for (std::size_t i = 0; i < program.relation.size(); ++i)
    if (std::fabs(dual[i]) > presses) out.relations.push_back(program.relation[i]);
  std::sort(out.relations.begin(), out.relations.end());
  out.relations.erase(std::unique(out.relations.begin(), out.relations.end()), out.relations.end());
  return out;
}

}  // namespace gouji::audit
