using System.Text;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What of an answer can be read beside its text and reasoning.</summary>
internal static class SideText
{
    /// <summary>
    /// What stands beside the texts of a message; null where something in it is not understood. Properties that cannot be read are taken
    /// off it.
    /// </summary>
    public static string? Of(List<AIContent> contents, ref AdditionalPropertiesDictionary? properties)
    {
        StringBuilder? text = null;
        foreach (var content in contents)
        {
            if (content.GetType() == typeof(TextContent) && content.AdditionalProperties is null && content.Annotations is null)
                continue;
            if (!Add(content, text ??= new StringBuilder()))
                return null;
        }
        if (properties is not null && !Add(properties, text ??= new StringBuilder()))
            properties = null;
        return text?.ToString() ?? "";
    }

    // False where something in it is not understood.
    private static bool Add(AIContent content, StringBuilder text)
    {
        if (!Add(content.AdditionalProperties, text))
            content.AdditionalProperties = null;
        if (!Add(content.Annotations, text))
            return false;
        switch (content)
        {
            case TextReasoningContent reasoning when content.GetType() == typeof(TextReasoningContent):
                Line(text, reasoning.ProtectedData);
                return true;
            case ErrorContent error when content.GetType() == typeof(ErrorContent):
                Line(text, error.Message);
                Line(text, error.ErrorCode);
                Line(text, error.Details);
                return true;
            default:
                return content.GetType() == typeof(TextContent)
                    || content.GetType() == typeof(UsageContent)
                    || content.GetType() == typeof(FunctionCallContent)
                    || content.GetType() == typeof(FunctionResultContent)
                    || Attachment.Of(content) is not null;
        }
    }

    // False where they cannot be read.
    private static bool Add(AdditionalPropertiesDictionary? properties, StringBuilder text)
    {
        if (properties is not { Count: > 0 })
            return true;
        if (JsonText.Arguments(properties) is not { } record)
            return false;
        Line(text, JsonText.Plain(record));
        return true;
    }

    private static bool Add(IList<AIAnnotation>? annotations, StringBuilder text)
    {
        foreach (var annotation in annotations ?? [])
        {
            if (annotation.GetType() != typeof(CitationAnnotation) || annotation is not CitationAnnotation citation)
                return false;
            Line(text, citation.Title);
            Line(text, citation.Url?.ToString());
            Line(text, citation.FileId);
            Line(text, citation.ToolName);
            Line(text, citation.Snippet);
            if (!Add(citation.AdditionalProperties, text))
                citation.AdditionalProperties = null;
        }
        return true;
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
            text.Append(line).Append('\n');
    }
}
