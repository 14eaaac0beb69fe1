using AirsPolicy.Runtime.State.Breakers;

namespace AirsPolicy.Runtime.Tests.State.Breakers;

public sealed class BreakerClosingTests
{
    private static readonly BreakerDefinition s_breaker = new("spend", ["user", "id"], 10, 0, ["lead", "chief"]);

    [Theory]
    [InlineData(true, "lead", BreakerPhase.Open, null)]
    [InlineData(true, "chief", BreakerPhase.Probing, null)]
    [InlineData(false, "lead", BreakerPhase.Open, "The breaker 'spend' is closed by a person alone, not by an agent or a service.")]
    [InlineData(true, "guest", BreakerPhase.Open, "The breaker 'spend' is closed by 'lead' or 'chief' alone.")]
    [InlineData(true, "lead", BreakerPhase.Closed, "The breaker 'spend' is not open: there is nothing to close.")]
    [InlineData(true, "lead", null, "The breaker 'spend' is one for each key: 'recovery.key' says which is to be closed.")]
    public void Only_a_person_of_a_role_closes_what_is_open(bool isPerson, string role, BreakerPhase? phase, string? refusal) =>
        Assert.Equal(refusal, BreakerClosing.Refusal(s_breaker, phase, isPerson, ["other", role]));

    [Fact]
    public void One_without_roles_closes_by_itself_alone() =>
        Assert.Equal(
            "The breaker 'spend' closes by itself alone: it has no 'close by'.",
            BreakerClosing.Refusal(s_breaker with { CloseBy = [] }, BreakerPhase.Open, isPerson: true, ["lead"]));

    [Fact]
    public void Who_names_none_is_told_which_there_are() =>
        Assert.Equal("'recovery.id' names no breaker; there are 'a', 'b'.", BreakerClosing.NoBreaker(["a", "b"]));
}
