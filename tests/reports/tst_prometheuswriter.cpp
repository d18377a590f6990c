// SPDX-License-Identifier: MIT
#include "core/reports/prometheuswriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

QByteArrayList samplesOf(const QList<CheckResult> &results)
{
    QByteArrayList samples;
    for (const QByteArray &line : reportOf<PrometheusWriter>(results).split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            samples.append(line);
    }
    return samples;
}

} // namespace

class PrometheusWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsASample()
    {
        const QByteArray target = "{target=\"http://example.com/\"} ";
        const QByteArray labelled = "{target=\"http://example.com/\",";
        const QByteArrayList expected = {
            "probe_success" + target + "1",
            "probe_duration_seconds" + target + "0.099950",
            "probe_http_status_code" + target + "200",
            "probe_http_redirects" + target + "2",
            "probe_http_ssl" + target + "1",
            "probe_http_version" + target + "1.1",
            "probe_http_uncompressed_body_length" + target + "12345",
            "probe_http_duration_seconds" + labelled + "phase=\"resolve\"} 0.000000",
            "probe_http_duration_seconds" + labelled + "phase=\"connect\"} 0.000049",
            "probe_http_duration_seconds" + labelled + "phase=\"tls\"} 0.000050",
            "probe_dns_lookup_time_seconds" + target + "0.000000",
            "probe_ssl_earliest_cert_expiry" + target + "1924991999",
            "probe_tls_version_info" + labelled + "version=\"TLS 1.3\"} 1",
            "rollcall_attempts" + target + "2",
            "rollcall_body_wire_bytes" + target + "2345",
            "rollcall_queue_duration_seconds" + target + "0.001250",
            "rollcall_checked_timestamp_seconds" + target + "1738555506",
        };
        QCOMPARE(samplesOf({completeResult()}), expected);
    }

    void whatIsUnknownHasNoSample()
    {
        const QByteArray target = "{target=\"http://example.com/broken\"} ";
        const QByteArrayList expected = {
            "probe_success" + target + "0",
            "probe_http_status_code" + target + "0",
            "rollcall_error_info{target=\"http://example.com/broken\",kind=\"dns-not-found\"} 1",
            "rollcall_attempts" + target + "1",
        };
        QCOMPARE(samplesOf({failure(ErrorKind::DnsNotFound, {})}), expected);
        QCOMPARE(samplesOf({CheckResult::neverStarted("http://example.com/")}), QByteArrayList());
    }

    void theSamplesOfAMetricStandTogetherBehindItsType()
    {
        CheckResult other = completeResult();
        other.url = "http://b.example/";
        const QByteArray report = reportOf<PrometheusWriter>({completeResult(), other});
        QVERIFY2(report.contains("# TYPE probe_success gauge\n"
                                 "probe_success{target=\"http://example.com/\"} 1\n"
                                 "probe_success{target=\"http://b.example/\"} 1\n"
                                 "# HELP probe_duration_seconds "),
                 report);
    }

    void aSeriesHasOneValue()
    {
        CheckResult again = failure(ErrorKind::Timeout, {});
        again.url = completeResult().url;
        QCOMPARE(samplesOf({completeResult(), again}), samplesOf({completeResult()}));
    }

    void labelsAreEscaped()
    {
        CheckResult result = failure(ErrorKind::Internal, {});
        result.url = "http://a/\"\\\n\xFF";
        QVERIFY(samplesOf({result}).contains("probe_success{target=\"http://a/\\\"\\\\\\n\xEF\xBF\xBD\"} 0"));
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(100);
        PrometheusWriter writer(nearlyFull, {});
        QVERIFY(writer.begin() && writer.write(completeResult()));
        QVERIFY(!writer.end());
        QCOMPARE(writer.problem(), QString());
    }
};

QTEST_GUILESS_MAIN(PrometheusWriterTest)
#include "tst_prometheuswriter.moc"
