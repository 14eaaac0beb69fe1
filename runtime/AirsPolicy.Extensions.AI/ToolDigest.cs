using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AirsPolicy.Extensions.AI.Contents;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>What tells one definition of a tool from another.</summary>
public static class ToolDigest
{
    /// <summary>
    /// SHA-256 over name, description and schemas in lower-case hexadecimal: what the model is told of the tool, in whatever order the
    /// members of its schemas stand.
    /// </summary>
    public static string Of(AITool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var definition = new StringBuilder().Append(Quoted(tool.Name)).Append(Quoted(tool.Description));
        if (tool is AIFunctionDeclaration function)
            definition
                .Append(JsonText.Canonical(JsonText.Of(function.JsonSchema)))
                .Append('|')
                .Append(JsonText.Canonical(JsonText.Of(function.ReturnJsonSchema)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition.ToString())));
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
