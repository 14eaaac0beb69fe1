using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;

namespace AirsPolicy.Extensions.AI.Tests.Memory;

/// <summary>Calls and answers that wait, and the store that keeps them.</summary>
public sealed class HeldItemsTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2027, 3, 31, 9, 30, 0, TimeSpan.Zero);
    private static readonly HeldCall s_call = new("k", "pay", [], 17, s_now.AddHours(1));
    private static readonly HeldAnswer s_answer = new("We promise.", null, 17, s_now.AddHours(1));
    private static readonly UInt128 s_question = UInt128.MaxValue - 17;

    private readonly ScriptedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_call_is_taken_up_once_over_any_number_of_restarts()
    {
        var id = Calls().Add(s_call, s_now)!;
        Assert.Equal(s_call.Key, Calls().Take(id)!.Key);
        Assert.Null(Calls().Take(id));
        var calls = Calls();
        calls.PutBack(id, s_call);
        Assert.Null(calls.Take("airs_other"));
        calls = Calls();
        Assert.Equal(17, calls.Take(id)!.Waits);
        Assert.Null(calls.Take(id));
        Assert.Empty(_store.Items);
    }

    [Fact]
    public void A_call_that_cannot_be_kept_does_not_wait_and_one_that_cannot_be_forgotten_waits_on()
    {
        var calls = Calls();
        var id = calls.Add(s_call, s_now)!;
        _store.Fails = true;
        Assert.Null(calls.Add(s_call, s_now));
        Assert.Null(calls.Take(id));
        _store.Fails = false;
        Assert.NotNull(calls.Take(id));
        Assert.Empty(_store.Items);
    }

    [Fact]
    public void Calls_that_have_lapsed_make_room_in_the_store_too()
    {
        var calls = Calls();
        for (var call = 0; call < HeldCalls.Most; call++)
            Assert.NotNull(calls.Add(s_call, s_now));
        Assert.Null(calls.Add(s_call, s_now));
        var id = calls.Add(s_call, s_now.AddHours(1));
        Assert.Equal($"call/{id}", Assert.Single(_store.Items).Key);
    }

    [Fact]
    public void An_answer_is_taken_up_once_over_any_number_of_restarts()
    {
        Assert.True(Answers().IsEmpty);
        Assert.Empty(Answers().Add(s_question, s_answer, s_now));
        Assert.False(Answers().IsEmpty);
        Assert.Null(Answers().Take(17));
        Assert.Equal(s_answer, Answers().Take(s_question));
        Assert.Null(Answers().Take(s_question));
        Assert.Empty(_store.Items);
    }

    [Fact]
    public void An_answer_that_cannot_be_kept_does_not_wait()
    {
        var answers = Answers();
        _store.Fails = true;
        Assert.Equal([s_answer], answers.Add(s_question, s_answer, s_now));
        Assert.True(answers.IsEmpty);
    }

    [Fact]
    public void An_answer_that_cannot_be_forgotten_is_not_delivered_and_waits_on()
    {
        var answers = Answers();
        answers.Add(s_question, s_answer, s_now);
        _store.Fails = true;
        Assert.Null(answers.Take(s_question));
        _store.Fails = false;
        Assert.Equal(s_answer, answers.Take(s_question));
        Assert.True(Answers().IsEmpty);
    }

    [Fact]
    public void An_answer_that_another_replaces_is_forgotten_with_it()
    {
        var answers = Answers();
        answers.Add(s_question, s_answer with { Expires = s_now }, s_now);
        answers.Add(s_question, s_answer with { Text = "We hope." }, s_now);
        Assert.Equal("We hope.", Answers().Take(s_question)!.Text);
        Assert.True(Answers().IsEmpty);
    }

    [Fact]
    public void Restored_answers_take_their_room()
    {
        Answers().Add(s_question, s_answer, s_now);
        var answers = new HeldAnswers(new KeptItems(Host(), "answer"), s_answer.Text.Length);
        Assert.Equal(18, Assert.Single(answers.Add(1, s_answer with { Waits = 18 }, s_now)).Waits);
        Assert.Equal(17, answers.Take(s_question)!.Waits);
        Assert.Empty(answers.Add(1, s_answer, s_now));
    }

    [Theory]
    [InlineData("call/airs_1", "damaged")]
    [InlineData("answer/0", "damaged")]
    [InlineData("answer/no number", """{"text":"x","tokens":null,"waits":1,"expires":"2027-03-31T09:30:00.0000000Z","v":1}""")]
    public void What_cannot_be_read_back_keeps_the_application_from_beginning(string name, string item)
    {
        _store.Items[name] = System.Text.Encoding.UTF8.GetBytes(item);
        Assert.Throws<InvalidDataException>(() => new ChatPolicy(Host()));
    }

    private HeldCalls Calls() => new(new KeptItems(Host(), "call"));

    private HeldAnswers Answers() => new(new KeptItems(Host(), "answer"));

    private PolicyHost Host() => new(new PolicyHostOptions { Store = _store });
}
