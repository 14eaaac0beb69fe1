namespace AirsPolicy.Classifiers.Onnx;

/// <summary>The files of a model.</summary>
internal static class ModelFile
{
    /// <summary>The whole path of a file that is there.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Find(string path)
    {
        var file = Path.Combine(AppContext.BaseDirectory, path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"There is no file '{file}'.", file);
    }

    /// <summary>What is read of a file; what cannot be read is said with its cause, whatever that is.</summary>
    /// <param name="what">What the file is to be, as <c>a model in the ONNX format</c>.</param>
    /// <exception cref="InvalidDataException">It cannot be read as that.</exception>
    public static T Read<T>(string file, string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause)
        {
            throw new InvalidDataException($"'{file}' cannot be read as {what}: {cause.Message}", cause);
        }
    }
}
