using System.Collections.Immutable;
using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>One run of one test: its steps in order, each on what the steps before have left.</summary>
internal sealed class PolicyTestRun(PolicyModel model, PolicyInterpreter interpreter, bool withStateMachines = true)
{
    private readonly VirtualClock _clock = new(model.System?.Zone ?? "UTC");
    private readonly DecisionCondition _conditions = new(model);
    private readonly List<TestFinding> _findings = [];
    private readonly EventTrace _past = new(interpreter, withStateMachines);
    private readonly List<GivenDecision> _waiting = [];
    private readonly Dictionary<int, Decision> _ends = [];
    private readonly ReviewedRequests _reviews = new();
    private GivenDecision? _last;
    private TestFinding? _unasked;
    private int? _case;

    /// <summary>Every request that the steps made.</summary>
    public List<GivenDecision> Given { get; } = [];

    public PolicyTestResult Run(TestModel test)
    {
        Do(test.Steps);
        ReportUnasked();
        var findings = _findings.Distinct().ToValueList();
        if (!test.KnownGap)
            return new PolicyTestResult(test, findings.Count == 0 ? TestVerdict.Passed : TestVerdict.Failed, findings);
        return findings.Count > 0
            ? new PolicyTestResult(test, TestVerdict.KnownGap, findings)
            : new PolicyTestResult(
                test,
                TestVerdict.Failed,
                [new TestFinding(test.Place, "The gap is closed: the test passes, so remove the words 'known gap'.", null)]);
    }

    private void Do(ValueList<TestStep> steps)
    {
        foreach (var step in steps)
            Do(step);
    }

    private void Do(TestStep step)
    {
        switch (step)
        {
            case GivenStep given:
                _reviews.Forget();
                Decide(given);
                break;
            case ExpectStep expected:
                Expect(expected);
                break;
            case RecoverStep recover:
                Recover(recover);
                break;
            case ReviewStep review:
                Review(review);
                break;
            case AdvanceStep advance:
                _clock.Advance(advance.Ticks);
                RefuseSilent();
                break;
            case RepeatStep repeat:
                for (var i = 0; i < repeat.Times; i++)
                    Do(repeat.Steps);
                break;
            case CasesStep cases:
                for (var i = 0; i < cases.Steps.Count; i++)
                {
                    _case = i + 1;
                    Do(cases.Steps[i]);
                }
                _case = null;
                break;
            default:
                throw new UnreachableException($"No meaning is given to {step.GetType().Name}.");
        }
    }

    private GivenDecision Decide(GivenStep given)
    {
        var (facts, unasked) = ScriptedAnswers.Give(
            GivenFacts.Of(given, model.Tools, _clock),
            given.Answers,
            facts => interpreter.Decide(given.Point, facts, _past));
        foreach (var answer in unasked)
            _findings.Add(
                new TestFinding(
                    answer.Place,
                    $"The judge '{answer.Judge}' is not asked about this request, so that nobody hears what it says: sample it, flag the request, or take the line out.",
                    _case));
        ReportUnasked();
        _last = Decide(given.Point, facts, FailingJudges(given));
        if (_last.Share.Decides)
            _unasked = new TestFinding(given.Place, UnaskedFailure.OfRequest(_last) + LackingFacts.Of(_last, interpreter), _case);
        return _last;
    }

    private GivenDecision Decide(string point, string facts, IReadOnlySet<string>? failing = null)
    {
        var decision = interpreter.Decide(point, facts, _past);
        var number = _past.Record(point, facts, decision, _clock.Now);
        var share = FailureShare.Of(decision, failing ?? ImmutableHashSet<string>.Empty, _past.Watched.Untold);
        var decided = new GivenDecision(point, facts, decision, _clock.Now, number, share);
        if (decision.Outcome == Outcome.Hold)
            _waiting.Add(decided);
        // A bundle repeats what a policy decides by itself, and not what people make of it.
        if (!_reviews.HaveBegun)
            Given.Add(decided);
        return decided;
    }

    private void Review(ReviewStep step)
    {
        if (_waiting.FindLast(given => _past.Waiting(given.Number)!.Queues.Any(queue => queue.Name == step.Queue)) is not { } given)
        {
            _findings.Add(new TestFinding(step.Place, ReviewedRequests.NothingWaits(step, _last is null ? null : Now(_last)), _case));
            return;
        }
        var request = _past.Waiting(given.Number)!;
        var review = _reviews.Of(step, request, _clock.Now);
        var answer = _past.Check(given.Number, review, _clock.Now);
        if (ReviewedRequests.Counts(answer)
            && ApprovalPoint.Refusal(
                Decide(PointNames.Approval, GivenFacts.Timed(request.FactsOfApproval(review.By), _clock)).Decision,
                review)
                is { } refusal)
            _reviews.Note(refusal.Message);
        else if (!ReviewedRequests.Counts(answer))
            _reviews.Note(ReviewedRequests.Why(answer, review, request, _clock.Now));
        else
            Take(given, review);
    }

    private void Take(GivenDecision given, Review review)
    {
        _last = given;
        var answer = _past.Take(given.Number, review, _clock.Now);
        _reviews.Agreed(review);
        if (answer == ReviewAnswer.Refused)
        {
            _waiting.Remove(given);
            _ends[given.Number] = given.Decision with { Outcome = Outcome.Block };
        }
        else if (answer == ReviewAnswer.Complete)
        {
            _waiting.Remove(given);
            _past.Resume(given.Number);
            _last = Decide(given.Point, GivenFacts.Later(given.Facts, _clock.At(given.At), _clock));
        }
    }

    private void Recover(RecoverStep recover)
    {
        var requests = _last is null ? [] : Recovery.Requests(recover, _last);
        requests.AddRange(
            WatchedRecovery.Requests(recover, model, _past.Watched.Reading, _last is null ? [] : Watched(_last).Breakers, _last?.Facts));
        if (requests.Count == 0)
        {
            var what =
                model.Charts.Count + model.Breakers.Count == 0
                    ? ""
                    : ", no chart is worse than primary, and no breaker of this decision that a person closes is open";
            _findings.Add(
                new TestFinding(
                    recover.Place,
                    $"The last decision halts nothing and is halted by nothing{what}, so that there is nothing to lift.",
                    _case));
        }
        foreach (var request in requests)
        {
            Decide(request);
        }
    }

    private WatchedStates Watched(GivenDecision decided)
    {
        if (model.Charts.Count + model.Breakers.Count == 0)
            return new WatchedStates([], []);
        var facts = interpreter.WatchedAt(decided.Point, interpreter.Fitting(decided.Point, decided.Facts), _past)!;
        return new WatchedStates(
            [.. _past.Watched.Reading.Charts.Select(chart => chart.Level)],
            _past.Watched.OpenFor(facts.Facts, _clock.Now));
    }

    // At the time at which each was, so that its window begins there.
    private void RefuseSilent()
    {
        foreach (
            var given in _waiting.Where(waiting => DueOf(waiting) <= _clock.Now).OrderBy(DueOf).ThenBy(waiting => waiting.Number).ToList())
        {
            _past.RefuseBySilence(given.Number, DueOf(given));
            _ends[given.Number] = SilentHolds.Over(given.Decision);
            _waiting.Remove(given);
        }
    }

    private long DueOf(GivenDecision waiting) => _past.Waiting(waiting.Number)!.Due;

    private Decision Now(GivenDecision decided) => _ends.GetValueOrDefault(decided.Number, decided.Decision);

    private void Expect(ExpectStep step)
    {
        if (Unmet(step) is not { } message)
            return;
        _unasked = null;
        _findings.Add(
            new TestFinding(step.Place, message + _reviews.Notes + (_last is null ? "" : LackingFacts.Of(_last, interpreter)), _case));
    }

    private string? Unmet(ExpectStep step)
    {
        if (_last is null)
            return "Nothing is decided yet: a 'given' has to stand before the first 'expect'.";
        var decision = Now(_last);
        if (Unmet(step, _last, decision) is { } unmet)
            return unmet;
        if (_last.Share.Failures.Count == 0)
            return null;
        var without = _last.Share.WithoutOnce(decision);
        if (step.OfFailures.Any(condition => Holds(condition, decision) && !Holds(condition, without)))
        {
            _unasked = null;
            return null;
        }
        return Unmet(step, _last, without) is null ? null : UnaskedFailure.OfExpectation(_last);

        bool Holds(Expression condition, Decision on) => Unmet(new ExpectConditionStep(condition, step.Place), _last, on) is null;
    }

    private string? Unmet(ExpectStep step, GivenDecision decided, Decision decision) => step switch
    {
        ExpectOutcomeStep expected => Expectation.Unmet(expected, decision),
        ExpectConditionStep expected => _conditions.Unmet(
            expected,
            decision,
            decided.Decision.Failure is null ? GivenText.AfterAmendment(model, decided with { Decision = decision }) : null,
            _past.OutcomeOf(decided.Point, decided.Facts, _clock.Now),
            Watched(decided)),
        _ => throw new UnreachableException($"No meaning is given to {step.GetType().Name}."),
    };

    // A judge that the test lets fail is a failure that it asks for.
    private HashSet<string> FailingJudges(GivenStep given) =>
        [
            .. given
                .Answers.Where(answer => answer.Json is null)
                .SelectMany(answer => model.Judges.Where(judge => judge.Name == answer.Judge))
                .Select(judge => judge.Control),
        ];

    private void ReportUnasked()
    {
        if (_unasked is { } finding)
            _findings.Add(finding);
        _unasked = null;
    }
}
