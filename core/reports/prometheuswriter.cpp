// SPDX-License-Identifier: MIT
#include "core/reports/prometheuswriter.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

#include <iterator>

namespace rollcall {

namespace {

using std::chrono::microseconds;

/// Collects the samples that one result has for one metric.
class Samples
{
public:
    Samples(const char *metric, const QByteArray &target) : m_metric(metric), m_target(target) {}

    void add(qint64 value, const char *label = nullptr, const QByteArray &labelValue = {})
    {
        begin(label, labelValue);
        appendNumber(m_text, value);
        m_text += '\n';
    }
    void add(const std::optional<microseconds> &time, const char *label = nullptr,
             const QByteArray &labelValue = {})
    {
        if (!time)
            return;
        begin(label, labelValue);
        appendSeconds(m_text, *time);
        m_text += '\n';
    }
    void addText(const QByteArray &number)
    {
        begin(nullptr, {});
        m_text += number + '\n';
    }
    const QByteArray &text() const { return m_text; }

private:
    void begin(const char *label, const QByteArray &labelValue)
    {
        m_text += m_metric;
        m_text += "{target=\"";
        m_text += escaped(m_target);
        if (label) {
            m_text += "\",";
            m_text += label;
            m_text += "=\"";
            m_text += escaped(labelValue);
        }
        m_text += "\"} ";
    }

    static QByteArray escaped(const QByteArray &text)
    {
        return validUtf8(text).replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    }

    const char *m_metric;
    const QByteArray &m_target;
    QByteArray m_text;
};

struct Metric {
    const char *name;
    const char *help;
    void (*add)(Samples &samples, const CheckResult &result);
};

bool hasAnswer(const CheckResult &result)
{
    return result.fetch.status != 0;
}

// clang-format off
constexpr Metric metrics[] = {
    {"probe_success", "Whether the URL passed.",
     [](Samples &s, const CheckResult &r) { s.add(r.outcome == Outcome::Failed ? 0 : 1); }},
    {"probe_duration_seconds", "How long the check took, from leaving the queue to the last byte.",
     [](Samples &s, const CheckResult &r) { s.add(r.fetch.times.total); }},
    {"probe_http_status_code", "The HTTP status of the last answer; 0 when there was none.",
     [](Samples &s, const CheckResult &r) { s.add(r.fetch.status); }},
    {"probe_http_redirects", "How many redirects were followed.",
     [](Samples &s, const CheckResult &r) { if (hasAnswer(r)) s.add(r.fetch.redirects.size()); }},
    {"probe_http_ssl", "Whether the last answer came over TLS.",
     [](Samples &s, const CheckResult &r) { if (hasAnswer(r)) s.add(r.fetch.finalUrl.startsWith("https:") ? 1 : 0); }},
    {"probe_http_version", "The HTTP version of the last answer.",
     [](Samples &s, const CheckResult &r) {
         bool isNumber = false;
         r.fetch.httpVersion.toDouble(&isNumber);
         if (isNumber)
             s.addText(r.fetch.httpVersion);
     }},
    {"probe_http_uncompressed_body_length", "The bytes of the decoded body.",
     [](Samples &s, const CheckResult &r) { if (hasAnswer(r)) s.add(r.fetch.bodyBytes); }},
    {"probe_http_duration_seconds", "How long the phases of the last request took.",
     [](Samples &s, const CheckResult &r) {
         s.add(r.fetch.times.dns, "phase", "resolve");
         s.add(r.fetch.times.connect, "phase", "connect");
         s.add(r.fetch.times.tls, "phase", "tls");
     }},
    {"probe_dns_lookup_time_seconds", "How long the name look-up took.",
     [](Samples &s, const CheckResult &r) { s.add(r.fetch.times.dns); }},
    {"probe_ssl_earliest_cert_expiry", "When the server's certificate expires, in seconds since 1970.",
     [](Samples &s, const CheckResult &r) {
         if (r.fetch.certificateExpires)
             s.add(r.fetch.certificateExpires->toSecsSinceEpoch());
     }},
    {"probe_tls_version_info", "The TLS version of the last answer.",
     [](Samples &s, const CheckResult &r) {
         if (!r.fetch.tlsVersion.isEmpty())
             s.add(1, "version", "TLS " + r.fetch.tlsVersion);
     }},
    {"rollcall_error_info", "What went wrong, by its kind.",
     [](Samples &s, const CheckResult &r) {
         if (r.fetch.error != ErrorKind::None)
             s.add(1, "kind", errorKindInfo(r.fetch.error).slug);
     }},
    {"rollcall_attempts", "How many calls were made, retries included.",
     [](Samples &s, const CheckResult &r) { s.add(r.attempts); }},
    {"rollcall_body_wire_bytes", "The bytes of the body as transferred.",
     [](Samples &s, const CheckResult &r) { if (r.fetch.wireBytes) s.add(*r.fetch.wireBytes); }},
    {"rollcall_queue_duration_seconds", "How long the URL waited for its turn.",
     [](Samples &s, const CheckResult &r) { s.add(r.queueTime); }},
    {"rollcall_checked_timestamp_seconds", "When the check began, in seconds since 1970.",
     [](Samples &s, const CheckResult &r) { if (r.startedAt) s.add(r.startedAt->toSecsSinceEpoch()); }},
};
// clang-format on

} // namespace

PrometheusWriter::PrometheusWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device)
{
    for (std::size_t i = 0; i < std::size(metrics); ++i)
        m_samples.push_back(std::make_unique<Spool>());
}

bool PrometheusWriter::begin()
{
    return true;
}

bool PrometheusWriter::write(const CheckResult &result)
{
    if (result.outcome == Outcome::Cancelled || m_targets.contains(result.url))
        return true;
    m_targets.insert(result.url);
    for (std::size_t i = 0; i < std::size(metrics); ++i) {
        Samples samples(metrics[i].name, result.url);
        metrics[i].add(samples, result);
        if (!samples.text().isEmpty() && !m_samples[i]->append(samples.text()))
            return false;
    }
    return true;
}

bool PrometheusWriter::end()
{
    for (std::size_t i = 0; i < std::size(metrics); ++i) {
        const QByteArray name = metrics[i].name;
        const QByteArray head = "# HELP " + name + ' ' + metrics[i].help + "\n# TYPE " + name + " gauge\n";
        if (m_device.write(head) != head.size() || !m_samples[i]->copyTo(m_device))
            return false;
    }
    return true;
}

QString PrometheusWriter::problem() const
{
    for (const std::unique_ptr<Spool> &spool : m_samples) {
        if (!spool->problem().isEmpty())
            return spool->problem();
    }
    return {};
}

} // namespace rollcall
