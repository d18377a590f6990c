// SPDX-License-Identifier: MIT
#include "core/lists/prometheuslistwriter.h"

#include "core/lists/blackboxmodules.h"
#include "core/lists/filesdentries.h"
#include "core/url/durations.h"

#include <QJsonDocument>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView targetsFile("targets.json");
constexpr QLatin1StringView modulesFile("blackbox.yml");
constexpr QLatin1StringView scrapeFile("prometheus.yml");
constexpr QLatin1StringView rulesFile("alerts.yml");

constexpr char scrapeConfiguration[] =
    R"(# Prometheus: where blackbox_exporter listens is the last replacement below.
global:
  scrape_interval: 1m
rule_files:
  - alerts.yml
scrape_configs:
  - job_name: rollcall
    metrics_path: /probe
    scrape_timeout: 30s
    file_sd_configs:
      - files:
          - targets.json
    relabel_configs:
      - source_labels: [__address__]
        target_label: __param_target
      - source_labels: [__param_target]
        target_label: instance
      - target_label: __address__
        replacement: 127.0.0.1:9115
)";

constexpr char alertRules[] = R"(groups:
  - name: rollcall
    rules:
      - alert: UrlFails
        expr: probe_success{job="rollcall"} == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "{{ $labels.instance }} does not answer as it should"
      - alert: UrlCertificateExpires
        expr: probe_ssl_earliest_cert_expiry{job="rollcall"} - time() < 14 * 86400
        for: 1h
        labels:
          severity: warning
        annotations:
          summary: "The certificate of {{ $labels.instance }} expires in {{ $value | humanizeDuration }}"
      - alert: UrlProbesMissing
        expr: up{job="rollcall"} == 0
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: "blackbox_exporter gives no result for {{ $labels.instance }}"
)";

// What is in the file is probed.
UrlList enabledOf(UrlList list)
{
    list.removeIf([](const UrlEntry &entry) { return entry.details().isDisabled; });
    return list;
}

QByteArray groupOf(const UrlEntry &entry, const BlackboxModules &modules)
{
    QJsonObject group = targetGroup(entry, modules.moduleOf(entry));
    if (entry.details().interval) {
        QJsonObject labels = group.value("labels"_L1).toObject();
        const QString interval = durationText(*entry.details().interval);
        labels.insert("__scrape_interval__"_L1, interval);
        labels.insert("__scrape_timeout__"_L1, durationText(std::min<std::chrono::milliseconds>(
                                                   *entry.details().interval, std::chrono::seconds(30))));
        group.insert("labels"_L1, labels);
    }
    return QJsonDocument(group).toJson(QJsonDocument::Compact);
}

bool writeTargets(const UrlList &list, QIODevice &device)
{
    const BlackboxModules modules(list);
    QByteArray before = "[\n";
    for (const UrlEntry &entry : list) {
        if (!writeBytes(device, before + groupOf(entry, modules)))
            return false;
        before = ",\n";
    }
    return writeBytes(device, list.isEmpty() ? "[]\n" : "\n]\n");
}

} // namespace

QString PrometheusListWriter::id() const
{
    return QStringLiteral("prometheus");
}

QString PrometheusListWriter::summary() const
{
    return QStringLiteral("a folder for Prometheus and blackbox_exporter");
}

QStringList PrometheusListWriter::fileNames() const
{
    return {targetsFile, modulesFile, scrapeFile, rulesFile};
}

bool PrometheusListWriter::write(const UrlList &list, QIODevice &device, const QString &fileName) const
{
    if (fileName == targetsFile)
        return writeTargets(enabledOf(list), device);
    if (fileName == modulesFile)
        return writeBytes(device, BlackboxModules(enabledOf(list)).configuration());
    return writeBytes(device, fileName == scrapeFile ? scrapeConfiguration : alertRules);
}

} // namespace rollcall
