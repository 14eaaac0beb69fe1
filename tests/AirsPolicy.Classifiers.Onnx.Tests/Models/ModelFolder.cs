namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>A folder with the files of a model.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("airs-onnx-").FullName;

    public ModelFolder(TinyModel? model = null)
    {
        Write("model.onnx", (model ?? new TinyModel()).ToBytes());
        Write("vocab.txt", string.Join('\n', TinyWords.Words) + "\n");
        Write("config.json", """{ "id2label": { "0": "SAFE", "1": "INJECTION" } }""");
    }

    /// <summary>A classifier of the model in the folder, for windows of six words.</summary>
    public OnnxClassifierOptions Options => new()
    {
        Model = PathOf("model.onnx"),
        Tokenizer = OnnxTokenizer.WordPiece,
        Vocabulary = PathOf("vocab.txt"),
        Configuration = PathOf("config.json"),
        Found = ["INJECTION"],
        MaximumTokens = 8,
        Overlap = 2,
        MaximumWindows = 3,
        Threads = 1,
    };

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Write(string file, string content) => File.WriteAllText(PathOf(file), content);

    public void Write(string file, byte[] content) => File.WriteAllBytes(PathOf(file), content);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
