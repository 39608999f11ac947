// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a file is, for the API to take it: a MIME type.
///
/// Any other can be given as text, for the server to judge; FLAC, Ogg and programs it is known to refuse.
///
/// A value that this version does not know is kept as it came.
public struct SupportedContentType: OpenEnum {
    /// JPEG.
    public static let jpeg = SupportedContentType(rawValue: "image/jpeg")
    /// PNG.
    public static let png = SupportedContentType(rawValue: "image/png")
    /// GIF.
    public static let gif = SupportedContentType(rawValue: "image/gif")
    /// HEIC.
    public static let heic = SupportedContentType(rawValue: "image/heic")
    /// HEIF.
    public static let heif = SupportedContentType(rawValue: "image/heif")
    /// TIFF; delivered as JPEG.
    public static let tiff = SupportedContentType(rawValue: "image/tiff")
    /// BMP.
    public static let bmp = SupportedContentType(rawValue: "image/bmp")
    /// SVG. One page lists it, another says that it is refused.
    public static let svg = SupportedContentType(rawValue: "image/svg+xml")
    /// WebP. One page lists it, another says that it is refused.
    public static let webp = SupportedContentType(rawValue: "image/webp")
    /// An icon of Windows (ICO).
    public static let icon = SupportedContentType(rawValue: "image/x-icon")
    /// MP4.
    public static let mp4Video = SupportedContentType(rawValue: "video/mp4")
    /// QuickTime (MOV).
    public static let quickTime = SupportedContentType(rawValue: "video/quicktime")
    /// MPEG.
    public static let mpeg = SupportedContentType(rawValue: "video/mpeg")
    /// MPEG-2.
    public static let mpeg2 = SupportedContentType(rawValue: "video/mpeg2")
    /// M4V.
    public static let m4v = SupportedContentType(rawValue: "video/x-m4v")
    /// AVI.
    public static let avi = SupportedContentType(rawValue: "video/x-msvideo")
    /// 3GPP.
    public static let threeGpp = SupportedContentType(rawValue: "video/3gpp")
    /// MP3.
    public static let mp3 = SupportedContentType(rawValue: "audio/mpeg")
    /// MP3 under a name that the API has deprecated; delivered as `audio/mpeg`.
    public static let mp3Deprecated = SupportedContentType(rawValue: "audio/mp3")
    /// M4A.
    public static let m4a = SupportedContentType(rawValue: "audio/x-m4a")
    /// M4A under a name that the API has deprecated; delivered as `audio/x-m4a`.
    public static let mp4AudioDeprecated = SupportedContentType(rawValue: "audio/mp4")
    /// Apple's Core Audio Format; delivered as `audio/mp4`.
    public static let caf = SupportedContentType(rawValue: "audio/x-caf")
    /// WAV.
    public static let wav = SupportedContentType(rawValue: "audio/x-wav")
    /// AIFF.
    public static let aiff = SupportedContentType(rawValue: "audio/x-aiff")
    /// AIFF under a name that the API has deprecated; delivered as `audio/x-aiff`.
    public static let aiffDeprecated = SupportedContentType(rawValue: "audio/aiff")
    /// AAC.
    public static let aac = SupportedContentType(rawValue: "audio/aac")
    /// MIDI.
    public static let midi = SupportedContentType(rawValue: "audio/midi")
    /// AMR.
    public static let amr = SupportedContentType(rawValue: "audio/amr")
    /// PDF.
    public static let pdf = SupportedContentType(rawValue: "application/pdf")
    /// A pass for Apple Wallet.
    public static let walletPass = SupportedContentType(rawValue: "application/vnd.apple.pkpass")
    /// Plain text.
    public static let plainText = SupportedContentType(rawValue: "text/plain")
    /// Markdown.
    public static let markdown = SupportedContentType(rawValue: "text/markdown")
    /// A contact (vCard).
    public static let vcard = SupportedContentType(rawValue: "text/vcard")
    /// RTF.
    public static let rtf = SupportedContentType(rawValue: "text/rtf")
    /// CSV.
    public static let csv = SupportedContentType(rawValue: "text/csv")
    /// HTML.
    public static let html = SupportedContentType(rawValue: "text/html")
    /// A calendar entry (iCalendar).
    public static let calendar = SupportedContentType(rawValue: "text/calendar")
    /// Word, before 2007.
    public static let word97 = SupportedContentType(rawValue: "application/msword")
    /// Word.
    public static let word = SupportedContentType(rawValue: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    /// Excel, before 2007.
    public static let excel97 = SupportedContentType(rawValue: "application/vnd.ms-excel")
    /// Excel.
    public static let excel = SupportedContentType(rawValue: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    /// PowerPoint, before 2007.
    public static let powerPoint97 = SupportedContentType(rawValue: "application/vnd.ms-powerpoint")
    /// PowerPoint.
    public static let powerPoint = SupportedContentType(rawValue: "application/vnd.openxmlformats-officedocument.presentationml.presentation")
    /// Apple's Pages.
    public static let pages = SupportedContentType(rawValue: "application/x-iwork-pages-sffpages")
    /// Apple's Numbers.
    public static let numbers = SupportedContentType(rawValue: "application/x-iwork-numbers-sffnumbers")
    /// Apple's Keynote.
    public static let keynote = SupportedContentType(rawValue: "application/x-iwork-keynote-sffkey")
    /// EPUB.
    public static let epub = SupportedContentType(rawValue: "application/epub+zip")
    /// XML.
    public static let xml = SupportedContentType(rawValue: "text/xml")
    /// JSON.
    public static let json = SupportedContentType(rawValue: "application/json")
    /// ZIP.
    public static let zip = SupportedContentType(rawValue: "application/zip")
    /// gzip.
    public static let gzip = SupportedContentType(rawValue: "application/x-gzip")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
