using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>What reviewers do about what waits, beside approving and refusing it.</summary>
public sealed class QueueHostTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool pay {
          args { to: text, amount: int, memo: text? }
          limit 20_000 of args.amount per user within 24h
          when args.to == "nobody" then block "Nobody is paid."
          when args.amount > 100 then hold for finance within 30m
          when args.amount > 10_000 then hold for risk within 10m
        }
        queue finance { sla 1h  reviewers "finance"  approvals 2 }
        queue risk    { sla 1h  reviewers "risk"  reviewers "board" after 5m  priority high }
        queue desk    { sla 1h  reviewers "desk" }
        control answers {
          at output
          when text contains "secret" then block
          when text contains "promise" then hold for desk
        }
        detector harsh { match classifier "harshness"  found at 60% }
        control polite { at output  when harsh.found(text) then block "Too harsh." }
        control leave { at approval  when approver.id == "eve" then block "Eve is on leave." }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public QueueHostTests() => _host = Host(new HeldLimits());

    [Fact]
    public void Reviewers_see_the_facts_that_were_decided_on()
    {
        Hold(200);
        var facts = JsonNode.Parse(_host.Waiting()[0].Facts!.Value.Span)!;
        Assert.Equal("""{"amount":200,"to":"acme"}""", facts["args"]!.ToJsonString());
        Assert.Equal(("pay", "u1"), ((string)facts["tool"]!, (string)facts["user"]!["id"]!));
        Assert.Null(facts["now"]);
        Assert.Null(facts["approvals"]);
    }

    [Fact]
    public void Facts_are_kept_within_bounds_alone()
    {
        Hold(200);
        var size = _host.Waiting()[0].Facts!.Value.Length;
        var host = Host(new HeldLimits { MostFactsBytes = size, MostFactsBytesInTotal = 2 * size - 1 });
        Hold(200, host: host);
        Hold(200, host: host);
        Hold(200, memo: "m", host: host);
        Assert.Equal([true, false, false], host.Waiting().Select(waiting => waiting.Facts is not null));
        host.GiveUp(1);
        Hold(200, host: host);
        Assert.Equal([false, false, true], host.Waiting().Select(waiting => waiting.Facts is not null));
    }

    [Fact]
    public void A_queue_hands_on_what_nobody_has_decided_and_says_how_urgent_it_is()
    {
        var (usual, large) = (Hold(200), Hold(10_001));
        Assert.Equal([large, usual], _host.Waiting().Select(waiting => waiting.Number));
        var word = new Review(
            "shop.risk", new Reviewer("eva", ReviewerKind.Person, ["board"]), _host.Find(large)!.Request.Digest, Approves: true);
        Assert.Equal(ReviewAnswer.NotAReviewer, _host.Review(large, word).Answer);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(ReviewAnswer.Counted, _host.Review(large, word).Answer);
    }

    [Fact]
    public void What_is_more_urgent_stands_first_and_else_what_is_older()
    {
        var (first, second, third) = (Hold(200), Hold(201), Hold(202));
        Assert.Equal(ReviewAnswer.Done, _host.Escalate(third, Person("ann"), "The supplier stops at noon.").Answer);
        _host.Escalate(second, Person("ann"), "So does this one.");
        Assert.Equal("Request 2 is urgent now.", _host.Escalate(second, Person("bob"), "Sooner.").Message);
        Assert.Equal("Request 2 is urgent already.", _host.Escalate(second, Person("bob"), "Now.").Message);
        Assert.Equal([second, third, first], _host.Waiting("shop.finance").Select(waiting => waiting.Number));
        Assert.Equal(ReviewPriority.High, _host.Find(third)!.Priority);
        Assert.Equal(["ann: So does this one.", "bob: Sooner."], _host.Find(second)!.Comments.Select(note => $"{note.By}: {note.Text}"));
    }

    [Fact]
    public void While_a_claim_stands_nobody_else_decides()
    {
        var waits = Hold(200);
        Assert.StartsWith("Request 1 is claimed by 'ann' until 20", _host.Claim(waits, Person("ann")).Message, StringComparison.Ordinal);
        Assert.Equal("ann", _host.Find(waits)!.Claim!.By);
        Assert.Equal(ReviewAnswer.Claimed, _host.Claim(waits, Person("bob")).Answer);
        var refused = Say(waits, "bob", approves: false);
        Assert.Equal(ReviewAnswer.Claimed, refused.Answer);
        Assert.StartsWith("'ann' works on request 1 until 20", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ReviewAnswer.Counted, Say(waits, "ann").Answer);
        Assert.Null(_host.Find(waits)!.Claim);
        Assert.Equal(ReviewAnswer.Complete, Say(waits, "bob").Answer);
    }

    [Fact]
    public void A_claim_ends_where_it_is_released_and_where_it_lapses()
    {
        var waits = Hold(200);
        _host.Claim(waits, Person("ann"));
        Assert.Equal("'bob' has no claim to request 1.", _host.Release(waits, Person("bob")).Message);
        Assert.Equal(ReviewAnswer.Done, _host.Release(waits, Person("ann")).Answer);
        Assert.Equal(ReviewAnswer.Done, _host.Claim(waits, Person("bob")).Answer);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(_host.Find(waits)!.Claim);
        Assert.Equal(ReviewAnswer.Counted, Say(waits, "ann").Answer);
    }

    [Theory]
    [InlineData("u1", "finance", ReviewAnswer.OwnRequest)]
    [InlineData("ann", "clerk", ReviewAnswer.NotAReviewer)]
    [InlineData("", "finance", ReviewAnswer.NotAPerson)]
    [InlineData("bob", "finance", ReviewAnswer.AlreadyApproved)]
    public void Who_may_not_approve_has_no_claim(string id, string role, ReviewAnswer answer)
    {
        var waits = Hold(200);
        Say(waits, "bob");
        Assert.Equal(answer, _host.Claim(waits, Person(id, role)).Answer);
        Assert.Null(_host.Find(waits)!.Claim);
    }

    [Fact]
    public void Strangers_note_nothing_and_make_nothing_urgent()
    {
        var waits = Hold(200);
        Assert.Equal(ReviewAnswer.NotAReviewer, _host.Comment(waits, Person("ann", "clerk"), "Hello.").Answer);
        Assert.Equal(ReviewAnswer.NotAReviewer, _host.Escalate(waits, Person("ann", "clerk"), "Hello.").Answer);
        Assert.Equal(ReviewAnswer.Unknown, _host.Comment(99, Person("ann"), "Hello.").Answer);
        Assert.Equal((ReviewPriority.Normal, 0), (_host.Find(waits)!.Priority, _host.Find(waits)!.Comments.Count));
    }

    [Fact]
    public void Comments_are_bounded_in_length_and_number()
    {
        var waits = Hold(200);
        Assert.Equal(ReviewAnswer.Unusable, _host.Comment(waits, Person("ann"), " ").Answer);
        Assert.Equal("A comment has 1 to 2000 characters.", _host.Comment(waits, Person("ann"), new string('x', 2_001)).Message);
        for (var note = 0; note < ReviewComment.Most; note++)
            Assert.Equal(ReviewAnswer.Done, _host.Comment(waits, Person("ann"), new string('x', 2_000)).Answer);
        Assert.Equal("Request 1 has 50 comments, and no room for another.", _host.Comment(waits, Person("ann"), "x").Message);
        Assert.Equal(ReviewAnswer.Unusable, _host.Escalate(waits, Person("ann"), "x").Answer);
        Assert.Equal(ReviewPriority.Normal, _host.Find(waits)!.Priority);
    }

    [Fact]
    public async Task A_changed_request_waits_for_the_second_person_under_another_number()
    {
        var waits = Hold(200);
        Say(waits, "ann");
        _host.Comment(waits, Person("ann"), "Too much?");
        var edited = await EditAsync(waits, "bob", """{ "to": "acme", "amount": 150 }""");
        Assert.Equal((ReviewAnswer.Counted, 2), (edited.Answer, edited.Became));
        Assert.Equal("Request 1 waits as request 2 as it was changed. Request 2 still needs 1 in 'shop.finance'.", edited.Message);
        var now = _host.Find(waits)!;
        Assert.Equal((2, 1), (now.Number, now.Replaces));
        Assert.Equal([new Approval("shop.finance", "bob")], now.Approvals);
        Assert.Equal("Too much?", now.Comments.Single().Text);
        var late = Say(waits, "cat");
        Assert.Equal(ReviewAnswer.Settled, late.Answer);
        Assert.StartsWith("Request 1 was changed by 'bob' in 'shop.finance' at 20", late.Message, StringComparison.Ordinal);
        Assert.Equal(ReviewAnswer.AlreadyApproved, Say(2, "bob").Answer);
        Assert.Equal(ReviewAnswer.OwnRequest, Say(2, "u1").Answer);
        Assert.Equal(Outcome.Hold, Resume(2, 150).Outcome);
        Assert.Equal(ReviewAnswer.Complete, Say(2, "ann").Answer);
        Assert.Equal(Outcome.Allow, Resume(2, 150).Outcome);
    }

    [Fact]
    public async Task What_goes_on_is_the_changed_content_and_no_other()
    {
        var waits = Hold(200);
        await EditAsync(waits, "bob", """{ "to": "acme", "amount": 150 }""");
        Say(2, "ann");
        Assert.Equal(Outcome.Block, Resume(waits, 200).Outcome);
        Assert.Equal(Outcome.Hold, Resume(2, 200).Outcome);
        Assert.Empty(_host.Waiting()[0].Approvals);
    }

    [Fact]
    public async Task What_needs_nobody_once_it_is_changed_goes_on_by_the_word_of_who_changed_it()
    {
        var waits = Hold(200);
        Say(waits, "ann");
        var edited = await EditAsync(waits, "bob", """{ "to": "acme", "amount": 50 }""");
        Assert.Equal((ReviewAnswer.Complete, 2), (edited.Answer, edited.Became));
        Assert.Equal(Outcome.Allow, Resume(2, 50).Outcome);
    }

    [Fact]
    public async Task A_change_can_need_more_people()
    {
        var waits = Hold(200);
        var edited = await EditAsync(waits, "bob", """{ "to": "acme", "amount": 11000 }""");
        Assert.Contains("1 in 'shop.finance' and 1 in 'shop.risk'", edited.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_blocks_blocks_the_change_and_nothing_else()
    {
        var waits = Hold(200);
        Say(waits, "ann");
        var refused = await EditAsync(waits, "bob", """{ "to": "nobody", "amount": 150 }""");
        Assert.Equal((ReviewAnswer.Unusable, null), (refused.Answer, refused.Became));
        Assert.EndsWith("is refused ('shop.tool.pay'): Nobody is paid.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("ann", _host.Find(waits)!.Approvals.Single().By);
        Assert.Equal(ReviewAnswer.Complete, Say(waits, "cat").Answer);
        Assert.Equal(Outcome.Allow, Resume(waits, 200).Outcome);
    }

    [Fact]
    public async Task A_change_draws_no_more_than_limits_allow_and_gives_back_what_the_first_has_set_aside()
    {
        var waits = Hold(9_000);
        Hold(9_000);
        Assert.Equal(
            ReviewAnswer.Unusable,
            (await EditAsync(waits, "bob", """{ "to": "acme", "amount": 12000 }""")).Answer);
        Assert.Equal(ReviewAnswer.Counted, (await EditAsync(waits, "bob", """{ "to": "acme", "amount": 8000 }""")).Answer);
        Hold(3_000);
        Assert.Equal(Outcome.Block, _host.Decide("tool_call", Facts(1), out _).Outcome);
    }

    [Theory]
    [InlineData("eve", "finance", ReviewAnswer.AgainstPolicy)]
    [InlineData("u1", "finance", ReviewAnswer.OwnRequest)]
    [InlineData("ann", "clerk", ReviewAnswer.NotAReviewer)]
    public async Task Who_may_not_approve_changes_nothing(string id, string role, ReviewAnswer answer)
    {
        var waits = Hold(200);
        Assert.Equal(answer, (await EditAsync(waits, id, """{ "to": "acme", "amount": 50 }""", role)).Answer);
        Assert.Equal(waits, _host.Waiting().Single().Number);
    }

    [Theory]
    [InlineData("", "The changed content has to be a JSON object, the arguments of the call.")]
    [InlineData("""{ "to": "\ud800", "amount": 1 }""", "The changed content has to be a JSON object, the arguments of the call.")]
    [InlineData("[1]", "The changed content has to be a JSON object, the arguments of the call.")]
    [InlineData("\"text\"", "The changed content has to be a JSON object, the arguments of the call.")]
    [InlineData("""{ "to": "a", "to": "b" }""", "The changed content has to be a JSON object, the arguments of the call.")]
    [InlineData(
        """{ "amount": 200, "to": "acme" }""",
        "The content of request 1 is not changed; approve it as it is.")]
    [InlineData("""{ "to": "acme", "amount": "many" }""", "Request 1 waits on as it was, since what it was changed into is refused: ")]
    [InlineData("""{ "amount": 50 }""", "Request 1 waits on as it was, since what it was changed into is refused")]
    public async Task What_is_no_content_changes_nothing(string content, string message)
    {
        var waits = Hold(200);
        var result = await EditAsync(waits, "bob", content);
        Assert.Equal(ReviewAnswer.Unusable, result.Answer);
        Assert.StartsWith(message, result.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Find(waits)!.Approvals);
    }

    [Fact]
    public async Task A_change_larger_than_what_is_kept_changes_nothing()
    {
        var waits = Hold(200);
        var content = $$"""{ "to": "{{new string('x', 65_536)}}", "amount": 50 }""";
        var result = await EditAsync(waits, "bob", content);
        Assert.Equal($"The changed content has {content.Length} bytes; at most 65536 can be kept.", result.Message);
        Assert.Equal((ReviewAnswer.Unusable, waits), (result.Answer, _host.Waiting().Single().Number));
    }

    [Fact]
    public async Task The_same_number_in_another_spelling_is_no_change()
    {
        var waits = Hold(200);
        var result = await EditAsync(waits, "bob", """{ "to": "acme", "amount": 2e2 }""");
        Assert.Equal("The content of request 1 is not changed; approve it as it is.", result.Message);
        Assert.Equal(waits, _host.Waiting().Single().Number);
        Assert.Equal(ReviewAnswer.Counted, Say(waits, "bob").Answer);
    }

    [Fact]
    public async Task A_change_gains_no_time()
    {
        var waits = Hold(200);
        _clock.Advance(TimeSpan.FromMinutes(29));
        var once = await EditAsync(waits, "bob", """{ "to": "acme", "amount": 150 }""");
        await EditAsync(Hold(200), "bob", """{ "to": "acme", "amount": 50 }""");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, _host.Waiting().Single().Number);
        Assert.Equal(Outcome.Block, Resume(once.Became!.Value, 150).Outcome);
    }

    [Fact]
    public async Task What_is_not_kept_cannot_be_changed()
    {
        var host = Host(new HeldLimits { MostFactsBytes = 0 });
        var waits = Hold(200, host: host);
        var result = await host.EditAsync(waits, Word(host, waits, "bob"), """{ "to": "acme", "amount": 50 }"""u8.ToArray());
        Assert.StartsWith("The facts of request 1 were too large to be kept", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_text_is_asked_of_classifiers_anew()
    {
        var facts = await _host.ClassifyAsync(
            "output",
            """{ "output": { "text": "I promise you nice things." }, "user": { "id": "u1" } }"""u8.ToArray());
        Assert.Equal(Outcome.Hold, _host.Decide("output", facts.Span, out var waits).Outcome);
        var word = Word(_host, waits!.Value, "dan", "desk", "shop.desk");
        var harsh = await _host.EditAsync(waits.Value, word, "\"I promise you harsh things.\""u8.ToArray());
        Assert.EndsWith("Too harsh.", harsh.Message, StringComparison.Ordinal);
        var edited = await _host.EditAsync(waits.Value, word, "\"I offer you nice things.\""u8.ToArray());
        Assert.Equal(ReviewAnswer.Complete, edited.Answer);
        Assert.Equal(
            "I offer you nice things.",
            (string)JsonNode.Parse(_host.Find(waits.Value)!.Facts!.Value.Span)!["output"]!["text"]!);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_one_does()
    {
        const int Races = 1_000;
        for (var race = 0; race < Races; race++)
        {
            var host = race % 100 == 0 ? Host(new HeldLimits()) : _host;
            var waits = Hold(101, host: host);
            using var start = new Barrier(2);
            var said = await Task.WhenAll(Race("ann", 102), Race("bob", 103));
            Assert.Equal(1, said.Count(word => word.Answer == ReviewAnswer.Counted));
            Assert.Equal(1, said.Count(word => word.Answer == ReviewAnswer.Settled));
            var became = said.Single(word => word.Answer == ReviewAnswer.Counted).Became!.Value;
            Assert.Equal(became, host.Waiting().Single().Number);
            Assert.Single(host.Waiting().Single().Approvals);
            Assert.True(host.GiveUp(became));

            Task<ReviewResult> Race(string id, int amount)
            {
                var word = Word(host, waits, id);
                return Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait();
                        var content = Encoding.UTF8.GetBytes($$"""{ "to": "acme", "amount": {{amount}} }""");
                        return host.EditAsync(waits, word, content).AsTask().GetAwaiter().GetResult();
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default);
            }
        }
    }

    private PolicyHost Host(HeldLimits limits)
    {
        var host = new PolicyHost(
            new PolicyHostOptions
            {
                AllowUnsigned = true,
                Clock = _clock,
                Held = limits,
                Classifiers = new Dictionary<string, IClassifier> { ["harshness"] = new Harshness() },
            });
        var loaded = host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy)));
        Assert.True(loaded.Activated, loaded.Reason);
        return host;
    }

    private long Hold(int amount, string? memo = null, PolicyHost? host = null)
    {
        var decision = (host ?? _host).Decide("tool_call", Facts(amount, memo), out var waits);
        Assert.True(decision.Outcome == Outcome.Hold, decision.Failure?.Detail);
        return waits!.Value;
    }

    private Decision Resume(long waits, int amount) => _host.Resume(waits, Facts(amount), out _);

    private ReviewResult Say(long waits, string id, bool approves = true) =>
        _host.Review(waits, Word(_host, waits, id) with { Approves = approves });

    private ValueTask<ReviewResult> EditAsync(long waits, string id, string content, string role = "finance") =>
        _host.EditAsync(waits, Word(_host, waits, id, role), Encoding.UTF8.GetBytes(content));

    private static Review Word(PolicyHost host, long waits, string id, string role = "finance", string queue = "shop.finance") =>
        new(queue, Person(id, role), host.Find(waits)?.Request.Digest ?? "", Approves: true);

    private static Reviewer Person(string id, string role = "finance") => new(id, ReviewerKind.Person, [role]);

    private static byte[] Facts(int amount, string? memo = null)
    {
        var more = memo is null ? "" : $", \"memo\": \"{memo}\"";
        return Encoding.UTF8.GetBytes(
            $$"""{ "tool": "pay", "args": { "to": "acme", "amount": {{amount}}{{more}} }, "user": { "id": "u1" } }""");
    }

    private sealed class Harshness : IClassifier
    {
        public ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation) =>
            ValueTask.FromResult(text.Contains("harsh", StringComparison.Ordinal) ? 0.9 : 0.1);
    }
}
