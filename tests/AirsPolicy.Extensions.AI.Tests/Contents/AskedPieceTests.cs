using AirsPolicy.Extensions.AI.Contents;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests.Contents;

/// <summary>When two requests ask the same. Each letter begins a message: of the user, the assistant, a tool or the system.</summary>
public sealed class AskedPieceTests
{
    [Theory]
    [InlineData("u:why", "u:why", true)]
    [InlineData("u:why", "u:how", false)]
    [InlineData("u:why", "u:why a:waits u:why", true)]
    [InlineData("u:why", "u:why a:calls t:told a:waits u:why a:waits u:why", true)]
    [InlineData("u:why", "s:be-kind u:why", true)]
    [InlineData("u:why", "u:how a:so u:why", false)]
    [InlineData("u:how a:so u:why", "u:how a:so u:why a:waits u:why", true)]
    [InlineData("u:how a:so u:why", "u:else a:hm u:how a:so u:why", true)]
    [InlineData("u:how a:so u:why", "u:how a:not-so u:why", false)]
    [InlineData("u:how a:so u:why", "u:how a:so u:why a:waits u:how a:no u:why", false)]
    [InlineData("u:dogs u:why", "u:cats u:why", false)]
    [InlineData("u:dogs u:why", "u:why", false)]
    [InlineData("u:dogs u:why", "u:dogs u:why a:waits u:dogs u:why", true)]
    [InlineData("a:calls t:one u:why", "a:calls t:two u:why", false)]
    public void The_same_is_asked_where_it_stands_behind_the_same(string one, string other, bool isSame) =>
        Assert.Equal(isSame, AskedPiece.Of(Messages(one)) == AskedPiece.Of(Messages(other)));

    [Theory]
    [InlineData("")]
    [InlineData("u:why a:so")]
    [InlineData("u:why a:calls t:told")]
    public void A_request_that_does_not_end_with_its_user_asks_nothing(string messages) => Assert.Null(AskedPiece.Of(Messages(messages)));

    private static IEnumerable<ChatMessage> Messages(string messages) =>
        messages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(message => new ChatMessage(
            message[0] switch
            {
                'u' => ChatRole.User,
                'a' => ChatRole.Assistant,
                't' => ChatRole.Tool,
                _ => ChatRole.System,
            },
            message[2..]));
}
