using System.Text.Json.Serialization;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Texts as JSON, without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class TextJson : JsonSerializerContext;
