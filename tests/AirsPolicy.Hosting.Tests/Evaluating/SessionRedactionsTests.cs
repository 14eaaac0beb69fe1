using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Hosting.Tests.Evaluating;

public sealed class SessionRedactionsTests
{
    private readonly SessionRedactions _sessions = new("key"u8.ToArray());

    [Fact]
    public void A_session_keeps_its_names_until_it_ends()
    {
        Assert.Equal(["[card-1]", "[card-2]", "[card-1]"], [Name("s", "x"), Name("s", "y"), Name("s", "x")]);
        Assert.Equal("[card-1]", Name("t", "y"));
        Assert.Same(_sessions.Of("s"), _sessions.Of("s"));
        _sessions.End("s");
        Assert.Equal("[card-1]", Name("s", "y"));
        _sessions.End("unknown");
    }

    [Fact]
    public void Outside_of_any_session_every_request_has_names_of_its_own()
    {
        Assert.NotSame(_sessions.Of(null), _sessions.Of(null));
        Assert.Equal("[card-1]", Name(null, "y"));
    }

    [Fact]
    public void Hashes_are_of_the_key_that_is_given_or_of_one_of_the_hosts_own()
    {
        Assert.Equal(Hash(_sessions), Hash(new SessionRedactions("key"u8.ToArray())));
        Assert.NotEqual(Hash(new SessionRedactions(null)), Hash(new SessionRedactions(null)));
    }

    [Fact]
    public void Where_there_are_too_many_sessions_the_next_have_no_numbers_until_one_ends()
    {
        for (var i = 0; i < SessionRedactions.MostSessions; i++)
            _sessions.Of($"s{i}");
        Assert.StartsWith("[card#", Name("one more", "x"), StringComparison.Ordinal);
        Assert.Equal("[card-1]", Name("s0", "x"));
        _sessions.End("s1");
        Assert.Equal("[card-1]", Name("one more", "x"));
        Assert.StartsWith("[card#", Name("another", "x"), StringComparison.Ordinal);
    }

    private string Name(string? session, string value) => _sessions.Of(session).Substitute(RedactionMethod.Label, "card", value);

    private static string Hash(SessionRedactions sessions) => sessions.Of("s").Substitute(RedactionMethod.Hash, "card", "x");
}
