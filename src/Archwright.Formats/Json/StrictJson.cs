using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// JSON as all our files use it: camelCase names, enums as kebab-case words, LF, two blanks of indent, invariant numbers that
/// read back exactly. Reading is strict: an unknown, repeated or missing name, a null where a value belongs, or a wrong type is
/// an error with its line and path.
/// </summary>
internal static class StrictJson
{
    private const int DepthMax = 32;

    public static JsonSerializerOptions Options { get; } = Create(writesRows: true);

    /// <summary>The same shapes without our own number converters, through which the schema exporter cannot see.</summary>
    public static JsonSerializerOptions SchemaOptions { get; } = Create(writesRows: false);

    public static byte[] Write<T>(T value)
    {
        using var stream = new MemoryStream();
        JsonSerializer.Serialize(stream, value, Options);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public static Result<T> Read<T>(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
        where T : class
    {
        if (bytes.Length > limits.JsonBytesMax)
        {
            return Result<T>.Fail(Problem.Error(
                "file-too-large", $"more than {limits.JsonBytesMax} bytes", name, bytes.Length, limits.JsonBytesMax, "byte"));
        }

        ReadOnlySpan<byte> text = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        try
        {
            T? value = JsonSerializer.Deserialize<T>(text, Options);
            if (value is null)
                return Result<T>.Fail(Problem.Error("json-invalid", "the file holds null", $"{name}, line 1"));
            return ShapeCheck.FindNull(value) is { } path
                ? Result<T>.Fail(Problem.Error("json-invalid", "null stands where a value belongs", $"{name}, ${path}"))
                : Result<T>.Ok(value);
        }
        catch (JsonException e)
        {
            return Result<T>.Fail(Problem.Error("json-invalid", Sentence(e), Locate(name, e)));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            // the serializer wraps most of what a converter may throw; whatever it lets through is still the file's fault
            return Result<T>.Fail(Problem.Error("json-invalid", "a value cannot be read: " + e.GetType().Name, name));
        }
    }

    private static string Locate(string name, JsonException e)
    {
        string line = e.LineNumber is { } n ? $", line {n + 1}" : "";
        return string.IsNullOrEmpty(e.Path) || e.Path == "$" ? name + line : $"{name}{line}, {e.Path}";
    }

    private static string Sentence(JsonException e)
    {
        int tail = e.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        int cut = tail >= 0 ? tail : e.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (cut >= 0 ? e.Message[..cut] : e.Message).ReplaceLineEndings(" ");
    }

    private static JsonSerializerOptions Create(bool writesRows)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            MaxDepth = DepthMax,
            WriteIndented = true,
            NewLine = "\n",
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        if (writesRows)
        {
            options.Converters.Add(new FiniteNumberConverter());
            options.Converters.Add(new NumberRowConverter());
        }

        options.MakeReadOnly();
        return options;
    }
}
