using System.Text;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What of an answer can be read beside its text and reasoning.</summary>
internal static class SideText
{
    /// <summary>Adds what a content shows beside its text. Properties that cannot be read are taken off it.</summary>
    /// <returns>False where something in it is not understood.</returns>
    public static bool Add(AIContent content, StringBuilder text)
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

    /// <summary>Adds properties that nobody knows; false where they cannot be read.</summary>
    public static bool Add(AdditionalPropertiesDictionary? properties, StringBuilder text)
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
