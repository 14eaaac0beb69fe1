using AirsPolicy.ScriptedModel;

namespace AirsPolicy.AriaChat;

/// <summary>What the model and the judge of the conversation say.</summary>
public static class AriaScript
{
    /// <summary>The model, and the judge that reads its answers.</summary>
    public static ScriptedReply[] Replies { get; } =
    [
        // The judge is asked with the answer in its prompt. It dies once.
        Judge("The branch is open", "", 500),
        Judge("You should invest", """{"verdict":"review","reason":"It promises a return."}"""),
        Judge("You review what", """{"verdict":"ok","reason":"Nothing is promised."}"""),
        new() { User = "Which card", Text = "Your card is 4111 1111 1111 1111." },
        new() { User = "savings", Text = "You should invest in funds, which always rise." },
        new() { User = "lost", Calls = [new ScriptedCall("order_card", """{"address":"1 High Street","express":true}""")] },
        new() { User = "lost", ToolResult = "waits for a person", Text = "I have asked the card desk." },
        new() { User = "lost", ToolResult = "ordered", Text = "A new card is on its way." },
        new() { User = "open", Text = "The branch is open until five." },
        new() { User = "Thank you", Text = "You are welcome." },
        new() { User = "Goodbye", Text = "Goodbye." },
    ];

    private static ScriptedReply Judge(string prompt, string text, int status = 200) =>
        new() { User = prompt, Text = text, Status = status };
}
