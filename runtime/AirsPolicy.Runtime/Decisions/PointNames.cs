namespace AirsPolicy.Runtime.Decisions;

/// <summary>The names of the decision points. Facts that have the same name (<c>input</c>, <c>output</c>) are none of these.</summary>
public static class PointNames
{
    public const string Session = "session";
    public const string Input = "input";
    public const string Ingest = "ingest";
    public const string Retrieve = "retrieve";
    public const string Prompt = "prompt";
    public const string Plan = "plan";
    public const string Commit = "commit";
    public const string Output = "output";
    public const string ToolCall = "tool_call";
    public const string ToolResult = "tool_result";
    public const string Delegate = "delegate";
    public const string Message = "message";
    public const string Remember = "remember";
    public const string Recall = "recall";
    public const string Signal = "signal";
    public const string Approval = "approval";
    public const string Recovery = "recovery";
}
