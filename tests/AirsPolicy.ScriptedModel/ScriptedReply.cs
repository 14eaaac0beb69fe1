namespace AirsPolicy.ScriptedModel;

/// <summary>What a scripted model says, and to what. The first reply of a script that fits a request is given.</summary>
public sealed record ScriptedReply
{
    /// <summary>A part of the latest text of a user; null for any.</summary>
    public string? User { get; init; }

    /// <summary>A part of the tool's result that ends the request; null where it does not end in one.</summary>
    public string? ToolResult { get; init; }

    /// <summary>What the model says.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it calls.</summary>
    public IReadOnlyList<ScriptedCall> Calls { get; init; } = [];

    /// <summary>What it says that it has used; null where it says nothing.</summary>
    public ScriptedUsage? Usage { get; init; } = new(10, 5);

    /// <summary>The status of the response. Another than 200 has no answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The connection ends in the middle of the response.</summary>
    public bool Breaks { get; init; }

    /// <summary>Where nothing is said until something has happened: what ends that. The request ends it too, by being given up.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>To how many requests it is given at most.</summary>
    public int Times { get; init; } = int.MaxValue;
}
