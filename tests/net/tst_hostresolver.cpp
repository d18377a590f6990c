// SPDX-License-Identifier: MIT
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/net/hostresolver.h"

#include <QTest>

using namespace rollcall;

namespace {

async::Coroutine<std::vector<HostLookup>> lookUpAtOnce(HostResolver *resolver, QString host, int times)
{
    std::vector<async::Coroutine<HostLookup>> lookUps;
    for (int i = 0; i < times; ++i)
        lookUps.push_back(resolver->lookUp(host));
    async::Coroutine<std::vector<HostLookup>> all = async::gather(std::move(lookUps));
    std::vector<HostLookup> answers = co_await std::move(all);
    co_return answers;
}

async::Coroutine<bool> cancelOneOfTwo(HostResolver *resolver, QString host)
{
    const async::Task<HostLookup> impatient = async::createTask(resolver->lookUp(host));
    const async::Task<HostLookup> patient = async::createTask(resolver->lookUp(host));
    async::Coroutine<void> admitted = resolver->admission(host);
    co_await std::move(admitted);
    impatient.cancel();
    const HostLookup lookup = co_await patient;
    co_return impatient.isCancelled() && lookup.status == LookupStatus::Found;
}

} // namespace

class TestHostResolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsFoundWithoutAsking();
    void aNameOfThisMachineIsFound();
    void aNameThatCannotExistIsNotFound();
    void callersOfOneNameShareOneLookUp();
    void aNameAskedForBeforeCostsNothing();
    void cancellingOneCallerLeavesTheLookUpToTheOthers();
    void destroyingItWithALookUpUnderWayIsSafe();
};

void TestHostResolver::anAddressIsFoundWithoutAsking()
{
    HostResolver resolver;
    for (const char *address : {"127.0.0.1", "::1"}) {
        const HostLookup lookup = async::run(resolver.lookUp(QString::fromLatin1(address)));
        QCOMPARE(lookup.status, LookupStatus::Found);
        QVERIFY(!lookup.time);
    }
}

void TestHostResolver::aNameOfThisMachineIsFound()
{
    HostResolver resolver;
    const HostLookup lookup = async::run(resolver.lookUp(QStringLiteral("localhost")));
    QCOMPARE(lookup.status, LookupStatus::Found);
    QVERIFY(lookup.time);
}

void TestHostResolver::aNameThatCannotExistIsNotFound()
{
    HostResolver resolver;
    // RFC 6761 reserves .invalid; without any name server the answer may also be that none was reached.
    const HostLookup lookup = async::run(resolver.lookUp(QStringLiteral("does-not-exist.invalid")));
    QVERIFY(lookup.status == LookupStatus::NotFound || lookup.status == LookupStatus::Failed);
    QVERIFY(!lookup.detail.isEmpty());
}

void TestHostResolver::callersOfOneNameShareOneLookUp()
{
    HostResolver resolver;
    const std::vector<HostLookup> answers =
        async::run(lookUpAtOnce(&resolver, QStringLiteral("localhost"), 50));
    QCOMPARE(answers.size(), std::size_t(50));
    QVERIFY(answers.front().time);
    for (const HostLookup &lookup : answers) {
        QCOMPARE(lookup.status, LookupStatus::Found);
        // The same measurement, or none where the answer had come before the question.
        QVERIFY(!lookup.time || lookup.time == answers.front().time);
    }
}

void TestHostResolver::aNameAskedForBeforeCostsNothing()
{
    HostResolver resolver;
    QVERIFY(async::run(resolver.lookUp(QStringLiteral("localhost"))).time);
    QVERIFY(!async::run(resolver.lookUp(QStringLiteral("localhost"))).time);
}

void TestHostResolver::cancellingOneCallerLeavesTheLookUpToTheOthers()
{
    HostResolver resolver;
    QVERIFY(async::run(cancelOneOfTwo(&resolver, QStringLiteral("localhost"))));
}

void TestHostResolver::destroyingItWithALookUpUnderWayIsSafe()
{
    for (int i = 0; i < 50; ++i) {
        HostResolver resolver;
        async::run(resolver.admission(QStringLiteral("localhost")));
    }
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestHostResolver)
#include "tst_hostresolver.moc"
