open_enum! {
    /// A content type (MIME type) that the API accepts for files.
    ///
    /// Any other can be given as a string, and is validated by the server, which is known to reject FLAC, Ogg
    /// and executables.
    pub enum SupportedContentType {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// GIF.
        Gif = "image/gif",
        /// HEIC.
        Heic = "image/heic",
        /// HEIF.
        Heif = "image/heif",
        /// TIFF; delivered as JPEG.
        Tiff = "image/tiff",
        /// BMP.
        Bmp = "image/bmp",
        /// SVG. One page of the documentation lists it, another says that it is rejected.
        Svg = "image/svg+xml",
        /// WebP. One page of the documentation lists it, another says that it is rejected.
        Webp = "image/webp",
        /// An icon of Windows (ICO).
        Icon = "image/x-icon",
        /// MP4.
        Mp4Video = "video/mp4",
        /// QuickTime (MOV).
        QuickTime = "video/quicktime",
        /// MPEG.
        Mpeg = "video/mpeg",
        /// MPEG-2.
        Mpeg2 = "video/mpeg2",
        /// M4V.
        M4v = "video/x-m4v",
        /// AVI.
        Avi = "video/x-msvideo",
        /// 3GPP.
        ThreeGpp = "video/3gpp",
        /// MP3.
        Mp3 = "audio/mpeg",
        /// MP3 under a name that the API has deprecated; delivered as `audio/mpeg`.
        Mp3Deprecated = "audio/mp3",
        /// M4A.
        M4a = "audio/x-m4a",
        /// M4A under a name that the API has deprecated; delivered as `audio/x-m4a`.
        Mp4AudioDeprecated = "audio/mp4",
        /// Apple's Core Audio Format; delivered as `audio/mp4`.
        Caf = "audio/x-caf",
        /// WAV.
        Wav = "audio/x-wav",
        /// AIFF.
        Aiff = "audio/x-aiff",
        /// AIFF under a name that the API has deprecated; delivered as `audio/x-aiff`.
        AiffDeprecated = "audio/aiff",
        /// AAC.
        Aac = "audio/aac",
        /// MIDI.
        Midi = "audio/midi",
        /// AMR.
        Amr = "audio/amr",
        /// PDF.
        Pdf = "application/pdf",
        /// A pass for Apple Wallet.
        WalletPass = "application/vnd.apple.pkpass",
        /// Plain text.
        PlainText = "text/plain",
        /// Markdown.
        Markdown = "text/markdown",
        /// A contact (vCard).
        Vcard = "text/vcard",
        /// RTF.
        Rtf = "text/rtf",
        /// CSV.
        Csv = "text/csv",
        /// HTML.
        Html = "text/html",
        /// A calendar entry (iCalendar).
        Calendar = "text/calendar",
        /// Word, before 2007.
        Word97 = "application/msword",
        /// Word.
        Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// Excel, before 2007.
        Excel97 = "application/vnd.ms-excel",
        /// Excel.
        Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        /// PowerPoint, before 2007.
        PowerPoint97 = "application/vnd.ms-powerpoint",
        /// PowerPoint.
        PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        /// Apple's Pages.
        Pages = "application/x-iwork-pages-sffpages",
        /// Apple's Numbers.
        Numbers = "application/x-iwork-numbers-sffnumbers",
        /// Apple's Keynote.
        Keynote = "application/x-iwork-keynote-sffkey",
        /// EPUB.
        Epub = "application/epub+zip",
        /// XML.
        Xml = "text/xml",
        /// JSON.
        Json = "application/json",
        /// ZIP.
        Zip = "application/zip",
        /// gzip.
        Gzip = "application/x-gzip",
    }
}
