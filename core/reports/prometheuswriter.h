// SPDX-License-Identifier: MIT
// Writes results as metrics in Prometheus's text exposition format (version 0.0.4).
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/spool.h"

#include <QSet>

#include <memory>
#include <vector>

namespace rollcall {

/// The Prometheus report: a gauge for each fact, with the URL as the label `target`. The names are
/// blackbox_exporter's where they mean the same, else they begin with rollcall_. A fact that is unknown has
/// no sample; a URL that was not called has none at all. A URL that comes a second time is left out: a series
/// has one value. The samples of a metric stand together, so each metric waits in a Spool.
class PrometheusWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns Prometheus.
    PrometheusWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    QString problem() const override;

private:
    QIODevice &m_device;
    std::vector<std::unique_ptr<Spool>> m_samples; ///< one for each metric, in the order of the table
    QSet<QByteArray> m_targets;
};

} // namespace rollcall
