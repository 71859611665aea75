<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:found="https://dragoman.invalid/ns/schematron" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:rule="https://dragoman.invalid/ns/rule" version="3.0" exclude-result-prefixes="#all">
  <!-- Made from dragoman.sch by `python -m dragoman.validate.generate`; edit that file. -->
<xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:screen="https://dragoman.invalid/ns/screen" name="by-id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:function xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:screen="https://dragoman.invalid/ns/screen" name="rule:in-order" as="xs:boolean">
    <xsl:param name="earlier" as="xs:string"/>
    <xsl:param name="later" as="xs:string"/>
    <xsl:variable name="length" select="min((string-length($earlier), string-length($later)))"/>
    <xsl:sequence select="       if ($earlier castable as xs:dateTime and $later castable as xs:dateTime)       then xs:dateTime($earlier) le xs:dateTime($later)       else substring($earlier, 1, $length) le substring($later, 1, $length)"/>
  </xsl:function>
  <xsl:function xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:screen="https://dragoman.invalid/ns/screen" name="rule:classification" as="xs:string">
    <xsl:param name="mark" as="xs:string?"/>
    <xsl:variable name="letters" select="replace(upper-case($mark), '[^A-Z]', '')"/>
    <xsl:sequence select="       if (matches($letters, '^(LIMITED|LIM|LTD)OFFICIALUSE|^LOU$')) then 'LIMITED OFFICIAL USE'       else if (starts-with($letters, 'UNCLAS')) then 'UNCLASSIFIED'       else if (starts-with($letters, 'CONFID')) then 'CONFIDENTIAL'       else if (starts-with($letters, 'TOPSECRET')) then 'TOP SECRET'       else if (starts-with($letters, 'SECRET')) then 'SECRET'       else if (starts-with($letters, 'RESTRICTED')) then 'RESTRICTED'       else ''"/>
  </xsl:function>
  <xsl:function xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:screen="https://dragoman.invalid/ns/screen" name="rule:message-number" as="xs:string">
    <xsl:param name="banner" as="xs:string?"/>
    <xsl:sequence select="       if (matches($banner, 'PAGE\s+\d+\s+[A-Z][A-Z ]*\d\d\d\d'))       then normalize-space(replace($banner, '^.*PAGE\s+\d+\s+([A-Z][A-Z ]*\d+).*$', '$1', 's')) else ''"/>
  </xsl:function>
  <xsl:function xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:screen="https://dragoman.invalid/ns/screen" name="rule:attribute" as="xs:string">
    <xsl:param name="list" as="element()*"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="       normalize-space($list/tei:label[normalize-space(translate(., ':', '')) = $label][1]/following-sibling::tei:item[1])"/>
  </xsl:function>
  <xsl:param name="found:skipped" select="''" as="xs:string"/>
  <xsl:template match="/">
    <xsl:variable name="findings" as="map(*)*">
      <xsl:if test="not(contains-token($found:skipped, 'PTR001'))">
        <xsl:call-template name="found:PTR001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'PTR002'))">
        <xsl:call-template name="found:PTR002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'PTR003'))">
        <xsl:call-template name="found:PTR003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'PTR004'))">
        <xsl:call-template name="found:PTR004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'IDS001'))">
        <xsl:call-template name="found:IDS001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'IDS002'))">
        <xsl:call-template name="found:IDS002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DOC001'))">
        <xsl:call-template name="found:DOC001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DOC002'))">
        <xsl:call-template name="found:DOC002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DOC003'))">
        <xsl:call-template name="found:DOC003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DOC004'))">
        <xsl:call-template name="found:DOC004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DOC005'))">
        <xsl:call-template name="found:DOC005"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT001'))">
        <xsl:call-template name="found:DAT001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT002'))">
        <xsl:call-template name="found:DAT002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT003'))">
        <xsl:call-template name="found:DAT003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT004'))">
        <xsl:call-template name="found:DAT004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT005'))">
        <xsl:call-template name="found:DAT005"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'DAT006'))">
        <xsl:call-template name="found:DAT006"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE001'))">
        <xsl:call-template name="found:NOTE001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE002'))">
        <xsl:call-template name="found:NOTE002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE003'))">
        <xsl:call-template name="found:NOTE003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE004'))">
        <xsl:call-template name="found:NOTE004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE005'))">
        <xsl:call-template name="found:NOTE005"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'NOTE006'))">
        <xsl:call-template name="found:NOTE006"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'PAGE001'))">
        <xsl:call-template name="found:PAGE001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL001'))">
        <xsl:call-template name="found:TEL001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL002'))">
        <xsl:call-template name="found:TEL002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL003'))">
        <xsl:call-template name="found:TEL003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL004'))">
        <xsl:call-template name="found:TEL004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL005'))">
        <xsl:call-template name="found:TEL005"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL006'))">
        <xsl:call-template name="found:TEL006"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TEL007'))">
        <xsl:call-template name="found:TEL007"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'PART001'))">
        <xsl:call-template name="found:PART001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'VOC001'))">
        <xsl:call-template name="found:VOC001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'VOC002'))">
        <xsl:call-template name="found:VOC002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'VOC003'))">
        <xsl:call-template name="found:VOC003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TXT001'))">
        <xsl:call-template name="found:TXT001"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TXT002'))">
        <xsl:call-template name="found:TXT002"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TXT003'))">
        <xsl:call-template name="found:TXT003"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TXT004'))">
        <xsl:call-template name="found:TXT004"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'TXT005'))">
        <xsl:call-template name="found:TXT005"/>
      </xsl:if>
      <xsl:if test="not(contains-token($found:skipped, 'REV001'))">
        <xsl:call-template name="found:REV001"/>
      </xsl:if>
    </xsl:variable>
    <xsl:map>
      <xsl:map-entry key="'#findings'" select="serialize(array { $findings }, map { 'method': 'json' })"/>
    </xsl:map>
  </xsl:template>
  <xsl:template name="found:PTR001" as="map(*)*">
    <xsl:for-each select="/descendant::*/@*[contains(., '#')][not(local-name() = ('n', 'key', 'extent', 'match', 'replacementPattern'))]">
      <xsl:variable name="file" select="root()"/>
      <xsl:variable name="missing" select="tokenize(.)[starts-with(., '#')][not(key('by-id', substring(., 2), $file))]"/>
      <xsl:if test="not(empty($missing))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>no element of this file has the id of </xsl:text>
            <xsl:value-of select="string-join($missing, ', ')" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>correct the pointer, or give the element that is meant this xml:id</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PTR001.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:PTR002" as="map(*)*">
    <xsl:for-each select="/descendant::tei:persName/@ref | /descendant::tei:placeName/@ref | /descendant::tei:orgName/@ref | /descendant::tei:settlement/@ref | /descendant::tei:country/@ref | /descendant::tei:region/@ref | /descendant::tei:rs/@ref">
      <xsl:variable name="prefix" select="         if (../self::tei:persName or ../@type = 'person') then 'person:'         else if (../self::tei:orgName or ../@type = 'organization') then 'org:' else 'place:'"/>
      <xsl:if test="not(every $pointer in tokenize(.) satisfies (starts-with($pointer, $prefix) and matches(substring-after($pointer, $prefix), '^[a-z0-9][a-z0-9._\-]*$')))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>@ref="</xsl:text>
            <xsl:value-of select="." separator=" "/>
            <xsl:text>" on </xsl:text>
            <xsl:value-of select="name(..)"/>
            <xsl:text> is not of the form </xsl:text>
            <xsl:value-of select="$prefix" separator=" "/>
            <xsl:text>…</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write </xsl:text>
            <xsl:value-of select="$prefix" separator=" "/>
            <xsl:text> and the id of the entry, or use the element that fits the entry</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PTR002.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:PTR003" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:for-each select="/tei:TEI[$document]/tei:text">
      <xsl:variable name="declared" select="/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:listPrefixDef/tei:prefixDef/@ident"/>
      <xsl:variable name="first" select="(.//@ref[matches(., '^[a-z]+:') and not(substring-before(., ':') = ($declared, 'http', 'https'))])[1]"/>
      <xsl:if test="not(empty($first))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header does not declare the prefix of </xsl:text>
            <xsl:value-of select="$first" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add a prefixDef to the listPrefixDef of encodingDesc</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PTR003.1', 'warning', (($first), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:PTR004" as="map(*)*">
    <xsl:for-each select="/descendant::*/@facs[contains(., '#')]">
      <xsl:variable name="file" select="root()"/>
      <xsl:variable name="others" select="tokenize(.)[starts-with(., '#')][key('by-id', substring(., 2), $file)[not(self::tei:facsimile or self::tei:surface or self::tei:surfaceGrp or self::tei:zone or self::tei:graphic)]]"/>
      <xsl:if test="not(empty($others))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="string-join($others, ', ')" separator=" "/>
            <xsl:text> is neither a surface of the facsimile nor a graphic</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>point to the surface that shows the page</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PTR004.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:IDS001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:text//tei:p/@xml:id | /descendant::tei:text//tei:note/@xml:id | /descendant::tei:text//tei:sp/@xml:id">
      <xsl:variable name="letter" select="if (ancestor::tei:div[@type = 'original']) then 'o' else if (../self::tei:p) then 'p' else if (../self::tei:sp) then 'u' else 'n'"/>
      <xsl:if test="not(starts-with(., $letter) and matches(substring(., 2), '^[0-9]+[a-z]*$'))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the id “</xsl:text>
            <xsl:value-of select="." separator=" "/>
            <xsl:text>” of </xsl:text>
            <xsl:value-of select="name(..)"/>
            <xsl:text> does not follow the grammar</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write </xsl:text>
            <xsl:value-of select="$letter" separator=" "/>
            <xsl:text> and a number, for example </xsl:text>
            <xsl:value-of select="$letter" separator=" "/>
            <xsl:text>12</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('IDS001.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:IDS002" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@type = 'document']//tei:p[not(@xml:id)][not(ancestor::tei:note | ancestor::tei:quote | ancestor::tei:figure | ancestor::tei:argument)] | /descendant::tei:div[@type = 'document']//tei:note[@type = ('translator', 'editor')][not(@xml:id)] | /descendant::tei:div[@type = 'document']//tei:listBibl/tei:bibl[not(@xml:id)]">
      <xsl:variable name="letter" select="if (ancestor::tei:div[@type = 'original']) then 'o' else if (self::tei:p) then 'p' else if (self::tei:bibl) then 'e' else 'n'"/>
      <xsl:variable name="free" select="max((0, root()//tei:text//@xml:id[matches(., concat('^', $letter, '[0-9]{1,9}[a-z]*$'))]/xs:integer(replace(., '[^0-9]', '')))) + 1"/>
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this </xsl:text>
            <xsl:value-of select="name(.)"/>
            <xsl:text> has no xml:id</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>give it the next free id, </xsl:text>
            <xsl:value-of select="$letter" separator=" "/>
            <xsl:value-of select="$free" separator=" "/>
            <xsl:text>; ids that exist stay as they are</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('IDS002.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DOC001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@type = 'document']">
      <xsl:if test="not(tei:head)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the document has no head</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add a head; if the transcript has no title, write it in supplied</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC001.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="tei:head[2]">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the document has </xsl:text>
            <xsl:value-of select="count(tei:head)" separator=" "/>
            <xsl:text> heads</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>keep one head; encode a second line of the title with lb, a heading within the text as a div</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC001.2', 'error', ((tei:head[2]), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DOC002" as="map(*)*">
    <xsl:for-each select="/tei:TEI[tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:bibl/@type = 'transcript']/tei:text/tei:body">
      <xsl:if test="not(count(tei:div[@type = 'document']) eq 1)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the body holds </xsl:text>
            <xsl:value-of select="count(tei:div[@type = 'document'])" separator=" "/>
            <xsl:text> divisions of type document</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>put each document into a file of its own</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC002.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DOC003" as="map(*)*">
    <xsl:for-each select="/descendant::tei:text//(tei:p | tei:head | tei:note | tei:persName | tei:placeName | tei:orgName | tei:name | tei:rs | tei:speaker | tei:signed | tei:supplied | tei:term | tei:gloss)[not(node()[not(self::text()[not(normalize-space())] | self::comment())])]">
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this </xsl:text>
            <xsl:value-of select="name(.)"/>
            <xsl:text> is empty</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>delete the element, or write its content; words that are missing are a gap</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC003.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DOC004" as="map(*)*">
    <xsl:for-each select="/descendant::tei:list[tei:label]">
      <xsl:if test="not(count(tei:label) eq count(tei:item))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the list has </xsl:text>
            <xsl:value-of select="count(tei:label)" separator=" "/>
            <xsl:text> labels and </xsl:text>
            <xsl:value-of select="count(tei:item)" separator=" "/>
            <xsl:text> items</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add the missing item, empty if there is no value</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC004.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DOC005" as="map(*)*">
    <xsl:for-each select="/descendant::tei:sourceDesc/tei:bibl[@type = 'transcript']">
      <xsl:if test="not(tei:ref/@target)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the transcript has no file name</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>restore what `dragoman convert` wrote: ref/@target and idno[@type='sha256']</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC005.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not(matches(normalize-space(tei:idno[@type = 'sha256'][1]), '^[0-9a-f]{64}$'))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the transcript has no SHA-256</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>restore what `dragoman convert` wrote: ref/@target and idno[@type='sha256']</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DOC005.2', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:*[@from and @to] | /descendant::tei:*[@notBefore and @notAfter]">
      <xsl:if test="not(not(@from and @to) or rule:in-order(@from, @to))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>@from is </xsl:text>
            <xsl:value-of select="@from" separator=" "/>
            <xsl:text>, and @to is </xsl:text>
            <xsl:value-of select="@to" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>exchange the two, or correct the one that is wrong</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT001.1', 'error', ((@to), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not(not(@notBefore and @notAfter) or rule:in-order(@notBefore, @notAfter))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>@notBefore is </xsl:text>
            <xsl:value-of select="@notBefore" separator=" "/>
            <xsl:text>, and @notAfter is </xsl:text>
            <xsl:value-of select="@notAfter" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>exchange the two, or correct the one that is wrong</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT001.2', 'error', ((@notAfter), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT002" as="map(*)*">
    <xsl:for-each select="/descendant::tei:text//tei:date[not(@when)] | /descendant::tei:creation/tei:date[not(@when)]">
      <xsl:if test="not(exists(@from) eq exists(@to))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>of @from and @to there is only one</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add the other; if only one day is known, write @when</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT002.1', 'warning', ((@from | @to), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not(exists(@notBefore) eq exists(@notAfter))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>of @notBefore and @notAfter there is only one</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add the other; if only one day is known, write @when</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT002.2', 'warning', ((@notBefore | @notAfter), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT003" as="map(*)*">
    <xsl:for-each select="/descendant::tei:date[@cert = ('low', 'medium')] | /descendant::tei:supplied[@reason = 'completed']/tei:date[not(ancestor::tei:supplied/@resp)]">
      <xsl:if test="not(@evidence or @ana)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this date is uncertain and says neither from where it was inferred nor why</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add @evidence, for example evidence="content", or @ana with a pointer to the reason</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT003.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT004" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="kind" select="string($document[1]/@subtype)"/>
    <xsl:for-each select="/tei:TEI[$kind = ('memorandum', 'letter', 'telegram')]/tei:teiHeader/tei:profileDesc">
      <xsl:if test="not(tei:creation/tei:date/(@when | @from | @notBefore))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header gives the document no date</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add a date to creation; if none is known, bounds: notBefore and notAfter, with cert and evidence</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT004.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT005" as="map(*)*">
    <xsl:for-each select="/descendant::tei:date[@when | @from | @notBefore][matches(., '(^|[^0-9])(1[5-9]|20)[0-9][0-9]([^0-9]|$)')]">
      <xsl:variable name="said" select="analyze-string(string(.), '(^|[^0-9])((1[5-9]|20)[0-9][0-9])([^0-9]|$)')//*[@nr = '2']/string()"/>
      <xsl:variable name="valued" select="(@when | @from | @to | @notBefore | @notAfter) ! replace(., '^(-?[0-9]+).*$', '$1')"/>
      <xsl:if test="not($said = $valued or ($said[1] ge min($valued) and $said[1] le max($valued)))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the text says </xsl:text>
            <xsl:value-of select="$said[1]" separator=" "/>
            <xsl:text>, the value says </xsl:text>
            <xsl:value-of select="distinct-values($valued)" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>correct the value; the words are the transcript's</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT005.1', 'warning', (((@when, @from, @notBefore)[1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:DAT006" as="map(*)*">
    <xsl:for-each select="/descendant::tei:correspAction/tei:date[contains(@when, 'T')]/@when">
      <xsl:if test="not(matches(., '(Z|[+\-]\d\d:\d\d)$'))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the time </xsl:text>
            <xsl:value-of select="." separator=" "/>
            <xsl:text> has no offset</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add the offset: Z telegrams have +00:00</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('DAT006.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@type = 'notes']/tei:note[@n castable as xs:integer][preceding-sibling::tei:note[1]/@n castable as xs:integer]">
      <xsl:if test="not(xs:integer(@n) gt xs:integer(preceding-sibling::tei:note[1]/@n))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>note </xsl:text>
            <xsl:value-of select="@n" separator=" "/>
            <xsl:text> follows note </xsl:text>
            <xsl:value-of select="preceding-sibling::tei:note[1]/@n" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>bring the notes into the order of their numbers</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE001.1', 'error', ((@n), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE002" as="map(*)*">
    <xsl:for-each select="/descendant::tei:note[@type = 'editor']//tei:note | /descendant::tei:note[@type = 'translator'][@xml:id]//tei:note[@type = 'translator'][not(@rend)]">
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this note stands within another note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>move it out behind the outer note, or make it part of that note's words</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE002.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE003" as="map(*)*">
    <xsl:for-each select="/descendant::tei:text//tei:note[@type = ('translator', 'editor')] | /descendant::tei:text//tei:supplied[contains-token(@rend, 'brackets')]">
      <xsl:if test="not(@resp)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this </xsl:text>
            <xsl:value-of select="name(.)"/>
            <xsl:text> has no @resp</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add resp="#translator" or the respStmt that is meant</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE003.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE004" as="map(*)*">
    <xsl:for-each select="/descendant::tei:note[@subtype = 'source-term']">
      <xsl:if test="not(tei:term)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the note on a source term holds no term</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write &lt;term xml:lang="mn-Latn"&gt;…&lt;/term&gt;; where the language is not known, und-Latn with cert="low"</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE004.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="tei:term[not(@xml:lang)]">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the term “</xsl:text>
            <xsl:value-of select="normalize-space(tei:term[not(@xml:lang)][1])" separator=" "/>
            <xsl:text>” has no xml:lang</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write &lt;term xml:lang="mn-Latn"&gt;…&lt;/term&gt;; where the language is not known, und-Latn with cert="low"</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE004.2', 'error', ((tei:term[not(@xml:lang)]), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE005" as="map(*)*">
    <xsl:variable name="status" select="string(/tei:TEI/tei:teiHeader/tei:revisionDesc/@status)"/>
    <xsl:for-each select="/descendant::tei:note[@type = 'unclassified']">
      <xsl:if test="$status = ('reviewed', 'published')">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the bracket “</xsl:text>
            <xsl:value-of select="normalize-space(.)" separator=" "/>
            <xsl:text>” is unclassified, and the document is </xsl:text>
            <xsl:value-of select="$status" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>give it its class: see the table of brackets in the encoding guidelines</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE005.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:NOTE006" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@type = 'notes']/tei:note[@xml:id]">
      <xsl:if test="not(('#' || @xml:id) = /tei:TEI/tei:text//tei:ref/@target ! tokenize(.))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>no ref in the text points to note </xsl:text>
            <xsl:value-of select="(@n, @xml:id)[1]" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>put &lt;ref type="note" target="#</xsl:text>
            <xsl:value-of select="@xml:id" separator=" "/>
            <xsl:text>"/&gt; where the note belongs</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('NOTE006.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:PAGE001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:p//tei:pb | /descendant::tei:head//tei:pb | /descendant::tei:item//tei:pb | /descendant::tei:seg//tei:pb">
      <xsl:variable name="before" select="preceding-sibling::node()[not(self::tei:fw | self::tei:pb | self::tei:cb | self::tei:milestone | self::tei:note[@type = 'transmission'] | self::tei:lb[@break = 'no'] | self::comment() | self::processing-instruction())][1]"/>
      <xsl:variable name="after" select="following-sibling::node()[not(self::tei:fw | self::tei:pb | self::tei:cb | self::tei:milestone | self::tei:note[@type = 'transmission'] | self::tei:lb[@break = 'no'] | self::comment() | self::processing-instruction())][1]"/>
      <xsl:variable name="space-before" select="empty($before) or $before/self::tei:lb or matches($before, '\s$')"/>
      <xsl:variable name="space-after" select="empty($after) or $after/self::tei:lb or matches($after, '^\s')"/>
      <xsl:if test="@break = 'no' and $before and $after and ($space-before or $space-after)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>break="no", and there is white space at the break</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>a break within a word: break="no" and no white space; between words: white space on both sides and no @break</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PAGE001.1', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
      <xsl:if test="not(@break = 'no') and $before and $after and not($space-before) and not($space-after)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the break cuts “</xsl:text>
            <xsl:value-of select="replace($before, '^.*\s', '', 's')" separator=" "/>
            <xsl:text>|</xsl:text>
            <xsl:value-of select="replace($after, '\s.*$', '', 's')" separator=" "/>
            <xsl:text>”, and has no break="no"</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>a break within a word: break="no" and no white space; between words: white space on both sides and no @break</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PAGE001.2', 'error', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@subtype = 'telegram']//tei:pb[@n castable as xs:integer]">
      <xsl:variable name="before" select="(preceding::tei:pb[@n castable as xs:integer])[last()]/@n"/>
      <xsl:if test="not(xs:integer(@n) = (1, $before ! xs:integer(.) + 1))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>page </xsl:text>
            <xsl:value-of select="@n" separator=" "/>
            <xsl:text> follows </xsl:text>
            <xsl:value-of select="if ($before) then 'page ' || $before else 'no page'" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>look into the transcript whether the page is missing there; correct the number if it is not</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL001.1', 'warning', ((@n), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL002" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="sections" select="count($document//tei:milestone[@unit = 'section'])"/>
    <xsl:for-each select="/descendant::tei:div[@subtype = 'telegram']//tei:milestone[@unit = 'section'][@n castable as xs:integer]">
      <xsl:variable name="before" select="(preceding::tei:milestone[@unit = 'section'])[last()]/@n"/>
      <xsl:if test="not(xs:integer(@n) eq ($before[. castable as xs:integer] ! xs:integer(.), 0)[1] + 1)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>section </xsl:text>
            <xsl:value-of select="@n" separator=" "/>
            <xsl:text> follows </xsl:text>
            <xsl:value-of select="if ($before) then 'section ' || $before else 'no section'" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>look into the transcript whether the section is missing there; say so in an editor's note if it is</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL002.1', 'warning', ((@n), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="(/descendant::tei:div[@subtype = 'telegram']//tei:seg[@type = 'section'][matches(., 'SECTION\s+\d+\s+OF\s+\d+')]) except (/descendant::tei:div[@subtype = 'telegram']//tei:milestone[@unit = 'section'][@n castable as xs:integer])">
      <xsl:variable name="total" select="xs:integer(replace(., '^.*SECTION\s+\d+\s+OF\s+(\d+).*$', '$1', 's'))"/>
      <xsl:if test="not($sections eq $total)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the telegram has </xsl:text>
            <xsl:value-of select="$total" separator=" "/>
            <xsl:text> sections, and the document </xsl:text>
            <xsl:value-of select="$sections" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>look into the transcript whether the section is missing there; say so in an editor's note if it is</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL002.2', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL003" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="expected" select="rule:message-number(($document//tei:fw[@type = 'page-banner'][rule:message-number(.)])[1])"/>
    <xsl:for-each select="/descendant::tei:div[@subtype = 'telegram']//tei:fw[@type = 'page-banner'][rule:message-number(.)]">
      <xsl:variable name="number" select="rule:message-number(.)"/>
      <xsl:if test="not($number eq $expected)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this page bears the number </xsl:text>
            <xsl:value-of select="$number" separator=" "/>
            <xsl:text>, the first </xsl:text>
            <xsl:value-of select="$expected" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>look into the transcript whether a page of another telegram got into this one</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL003.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL004" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="first" select="rule:classification(($document//tei:*[@type = 'classification'])[1])"/>
    <xsl:for-each select="/descendant::tei:div[@subtype = 'telegram']//tei:fw[@type = 'classification'] | /descendant::tei:div[@subtype = 'telegram']//tei:seg[@type = 'classification']">
      <xsl:variable name="mark" select="rule:classification(.)"/>
      <xsl:if test="not('' = ($mark, $first) or $mark eq $first)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>this mark says </xsl:text>
            <xsl:value-of select="$mark" separator=" "/>
            <xsl:text>, the first </xsl:text>
            <xsl:value-of select="$first" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>if the transcript has it so, say so in an editor's note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL004.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL005" as="map(*)*">
    <xsl:variable name="attributes" select="/tei:TEI/tei:text/tei:back/tei:div[@type = 'messageAttributes']/tei:list"/>
    <xsl:for-each select="/tei:TEI[$attributes]/tei:teiHeader">
      <xsl:variable name="number" select="rule:attribute($attributes, 'Document Number')"/>
      <xsl:variable name="own" select="tei:fileDesc/tei:sourceDesc/tei:msDesc/tei:msIdentifier/tei:idno[@type = 'document-number']"/>
      <xsl:variable name="tags" select="tokenize(rule:attribute($attributes, 'TAGS'), '[,;\s]+')[.]"/>
      <xsl:variable name="own-tags" select="tei:profileDesc/tei:textClass/tei:keywords/tei:term[@type = 'TAGS'] ! normalize-space(.)"/>
      <xsl:variable name="mark" select="rule:classification(rule:attribute($attributes, 'Original Classification'))"/>
      <xsl:variable name="own-mark" select="tei:profileDesc/tei:textClass/tei:catRef[@scheme = '#classifications']/@target ! rule:classification(substring-after(., 'classification-'))"/>
      <xsl:if test="not(empty($own) or $number = ('', $own ! normalize-space(.)))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header has the document number </xsl:text>
            <xsl:value-of select="$own[1]" separator=" "/>
            <xsl:text>, the attributes have </xsl:text>
            <xsl:value-of select="$number" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>correct the header if it is wrong; if the attributes are, say so in an editor's note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL005.1', 'warning', (($own[1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not(empty($tags) or empty($own-tags) or (every $tag in $own-tags satisfies $tag = $tags))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header has the TAGS </xsl:text>
            <xsl:value-of select="string-join($own-tags, ', ')" separator=" "/>
            <xsl:text>, the attributes have </xsl:text>
            <xsl:value-of select="string-join($tags, ', ')" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>correct the header if it is wrong; if the attributes are, say so in an editor's note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL005.2', 'warning', ((tei:profileDesc/tei:textClass), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not($mark = '' or empty($own-mark) or $mark = $own-mark)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header says </xsl:text>
            <xsl:value-of select="$own-mark[1]" separator=" "/>
            <xsl:text>, the attributes say </xsl:text>
            <xsl:value-of select="$mark" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>correct the header if it is wrong; if the attributes are, say so in an editor's note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL005.3', 'warning', ((tei:profileDesc/tei:textClass/tei:catRef[@scheme = '#classifications'][1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL006" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@subtype = 'telegram']/tei:p[@n castable as xs:integer]">
      <xsl:variable name="before" select="preceding-sibling::tei:p[@n castable as xs:integer][1]/@n"/>
      <xsl:if test="not(empty($before) or xs:integer(@n) gt xs:integer($before))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>paragraph </xsl:text>
            <xsl:value-of select="@n" separator=" "/>
            <xsl:text> follows paragraph </xsl:text>
            <xsl:value-of select="$before" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>look into the transcript; if the number is misprinted there, correct @n and keep the label</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL006.1', 'warning', ((@n), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TEL007" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="kind" select="string($document[1]/@subtype)"/>
    <xsl:for-each select="/tei:TEI[$kind = 'telegram']/tei:teiHeader/tei:profileDesc">
      <xsl:if test="not(tei:correspDesc/tei:correspAction[@type = 'sent']/(tei:orgName | tei:persName | tei:rs))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header names no sender</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add correspAction type="sent" and type="received" to correspDesc</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL007.1', 'warning', (((tei:correspDesc, .)[1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
      <xsl:if test="not(tei:correspDesc/tei:correspAction[@type = 'received']/(tei:orgName | tei:persName | tei:rs))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the header names no addressee</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add correspAction type="sent" and type="received" to correspDesc</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TEL007.2', 'warning', (((tei:correspDesc, .)[1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:PART001" as="map(*)*">
    <xsl:for-each select="/descendant::tei:div[@type = 'document']//tei:list[@type = 'participants']/tei:item/tei:persName">
      <xsl:variable name="name" select="normalize-space(.)"/>
      <xsl:variable name="people" select="/tei:TEI/tei:teiHeader/tei:profileDesc/tei:particDesc//tei:persName"/>
      <xsl:if test="not($people[normalize-space(.) = $name or (@ref and @ref = current()/@ref)])">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>“</xsl:text>
            <xsl:value-of select="$name" separator=" "/>
            <xsl:text>” is not in the header's particDesc</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add a person to particDesc, or write the name there as it is here</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('PART001.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:VOC001" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:variable name="kind" select="string($document[1]/@subtype)"/>
    <xsl:for-each select="/tei:TEI[$kind]/tei:teiHeader/tei:profileDesc">
      <xsl:variable name="kinds" select="tei:textClass/tei:catRef[@scheme = '#kinds']"/>
      <xsl:if test="not($kinds/@target = '#kind-' || $kind)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the text is a </xsl:text>
            <xsl:value-of select="$kind" separator=" "/>
            <xsl:text>, the header says </xsl:text>
            <xsl:value-of select="if ($kinds) then string-join($kinds/@target, ' ') else 'nothing'" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write &lt;catRef scheme="#kinds" target="#kind-</xsl:text>
            <xsl:value-of select="$kind" separator=" "/>
            <xsl:text>"/&gt;</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('VOC001.1', 'error', ((($kinds, tei:textClass, .)[1]), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:VOC002" as="map(*)*">
    <xsl:for-each select="/descendant::tei:text//tei:*/@xml:lang">
      <xsl:if test="not(. = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the language </xsl:text>
            <xsl:value-of select="." separator=" "/>
            <xsl:text> is not among the languages of the header</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add &lt;language ident="</xsl:text>
            <xsl:value-of select="." separator=" "/>
            <xsl:text>"&gt; to langUsage, or correct the tag</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('VOC002.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:VOC003" as="map(*)*">
    <xsl:for-each select="/descendant::tei:catRef[@scheme[starts-with(., '#')]]">
      <xsl:variable name="meant" select="tokenize(@target) ! substring(., 2)"/>
      <xsl:if test="not(every $category in key('by-id', $meant) satisfies $category/ancestor::tei:taxonomy/@xml:id = substring(@scheme, 2))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="@target" separator=" "/>
            <xsl:text> is no category of the taxonomy </xsl:text>
            <xsl:value-of select="@scheme" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>point to a category of that taxonomy, or name the taxonomy that the category is in</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('VOC003.1', 'error', ((@target), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TXT001" as="map(*)*">
    <xsl:variable name="placeholders" select="     'tbd', 'tba', 'tbc', 'todo', 'fixme', 'xxx', '???', 'lorem ipsum', 'to be supplied', 'to be checked',     'to be confirmed', 'to be translated', 'to be completed', 'insert here', 'placeholder',     'folgt noch', 'noch offen', 'уточнить', 'дописать'"/>
    <xsl:variable name="placeholder" select="string-join($placeholders ! replace(., '\?', '\\?'), '|')"/>
    <xsl:for-each select="/descendant::tei:teiHeader[matches(lower-case(.), $placeholder)]//text()[matches(lower-case(.), $placeholder)] | /descendant::tei:note[@type = 'editor']//text()[matches(lower-case(.), $placeholder)]">
      <xsl:variable name="left" select="analyze-string(., '(^|\W)(' || $placeholder || ')(\W|$)', 'i')//*[@nr = '2']/string()"/>
      <xsl:if test="not(empty($left))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>“</xsl:text>
            <xsl:value-of select="$left[1]" separator=" "/>
            <xsl:text>” is left here</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write what belongs here, or delete it</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="string-length(substring-before(lower-case(.), lower-case($left[1])))" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:sequence select="found:finding('TXT001.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TXT002" as="map(*)*">
    <xsl:variable name="latin" select="'A-Za-zÀ-ɏ'"/>
    <xsl:variable name="cyrillic" select="'Ѐ-ԯ'"/>
    <xsl:variable name="greek" select="'Ͱ-Ͽἀ-῿'"/>
    <xsl:variable name="two-scripts" select="     string-join(       for $one in ($latin, $cyrillic, $greek), $other in ($latin, $cyrillic, $greek)[. ne $one]       return '[' || $one || ']\p{M}*[' || $other || ']', '|')"/>
    <xsl:variable name="quantity" select="'^(μ[A-Za-z]{1,3}|[A-Za-z]{1,2}Ω|[Δδλσ][A-Za-z])$'"/>
    <xsl:for-each select="/descendant::tei:*[text()[matches(., '[' || $cyrillic || $greek || ']')]]/text()[matches(., $two-scripts)]">
      <xsl:variable name="word" select="tokenize(., '[^\p{L}\p{M}]+')[matches(., $two-scripts)][not(matches(., $quantity))][1]"/>
      <xsl:variable name="parts" select="($latin, $cyrillic, $greek) ! replace($word, '[^' || . || ']', '')[.]"/>
      <xsl:variable name="fewer" select="sort($parts, (), string-length#1)[1]"/>
      <xsl:variable name="script" select="if (matches($fewer, '[' || $latin || ']')) then 'Latin' else if (matches($fewer, '[' || $greek || ']')) then 'Greek' else 'Cyrillic'"/>
      <xsl:if test="not(empty($word))">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the word “</xsl:text>
            <xsl:value-of select="$word" separator=" "/>
            <xsl:text>” has letters of two scripts (odd: </xsl:text>
            <xsl:value-of select="string-join(string-to-codepoints($fewer) ! codepoints-to-string(.), ' ')" separator=" "/>
            <xsl:text>, </xsl:text>
            <xsl:value-of select="$script" separator=" "/>
            <xsl:text>)</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write the whole word in one script</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="string-length(substring-before(., $word))" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:sequence select="found:finding('TXT002.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TXT003" as="map(*)*">
    <xsl:for-each select="/descendant::text()[matches(., '[-­​‎‏‪-‮⁠-﻿￼�]')]">
      <xsl:variable name="odd" select="replace(., '[^-­​‎‏‪-‮⁠-﻿￼�]', '')"/>
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the character with the code point </xsl:text>
            <xsl:value-of select="string-to-codepoints($odd)[1]" separator=" "/>
            <xsl:text> (decimal) stands here</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>if the transcript has it, replace it there, or keep it as sic with a correction; otherwise delete it</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="string-length(substring-before(., substring($odd, 1, 1)))" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:sequence select="found:finding('TXT003.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TXT004" as="map(*)*">
    <xsl:for-each select="/descendant::tei:note[@type = 'editor']//text()[matches(., '[&quot;`´]|''''')]">
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>“</xsl:text>
            <xsl:value-of select="replace(., '^[^&quot;`´'']*([&quot;`´'']+).*$', '$1', 's')" separator=" "/>
            <xsl:text>” in an editor's note</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write “ ” or ‘ ’</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string">
          <xsl:value-of separator="">
            <xsl:value-of select="string-length(replace(., '^([^&quot;`´]*?)([&quot;`´]|'''').*$', '$1', 's'))" separator=" "/>
          </xsl:value-of>
        </xsl:variable>
        <xsl:sequence select="found:finding('TXT004.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:TXT005" as="map(*)*">
    <xsl:variable name="begun" select="     'An edition without a title', 'Name of the translator', 'Name of the editor', 'Forename',     'Surname of the translator', 'Surname of the editor', 'Name of the publisher',     'Say here under which licence the edition may be used.', 'Say here where the transcripts come from.',     'What these papers are, where they lie, and why they are edited.',     'How the texts were established, and what the marks in them mean.'"/>
    <xsl:for-each select="/tei:TEI[@xml:id = 'edition']//text()[normalize-space(.) = $begun]">
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>“</xsl:text>
            <xsl:value-of select="normalize-space(.)" separator=" "/>
            <xsl:text>” stands here, as in a new edition</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write what belongs here, or delete the element; then `dragoman convert` brings it into the documents</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TXT005.1', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="(/tei:TEI[@xml:id = 'edition']/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[not(normalize-space(.))]) except (/tei:TEI[@xml:id = 'edition']//text()[normalize-space(.) = $begun])">
      <xsl:if test="true()">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the title is empty</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>write what belongs here, or delete the element; then `dragoman convert` brings it into the documents</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('TXT005.2', 'warning', ((.), .)[1], $found:message, $found:hint, $found:offset, true())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="found:REV001" as="map(*)*">
    <xsl:variable name="document" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"/>
    <xsl:for-each select="/descendant::tei:TEI[$document]/tei:teiHeader/tei:revisionDesc[@status = ('reviewed', 'published')]">
      <xsl:if test="not(tei:change[@status = current()/@status][@who][@when])">
        <xsl:variable name="found:message" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>the document is </xsl:text>
            <xsl:value-of select="@status" separator=" "/>
            <xsl:text>, and no change says who made it so and when</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:hint" as="xs:string">
          <xsl:value-of separator="">
            <xsl:text>add &lt;change status="</xsl:text>
            <xsl:value-of select="@status" separator=" "/>
            <xsl:text>" who="#…" when="…"&gt;</xsl:text>
          </xsl:value-of>
        </xsl:variable>
        <xsl:variable name="found:offset" as="xs:string" select="''"/>
        <xsl:sequence select="found:finding('REV001.1', 'warning', ((@status), .)[1], $found:message, $found:hint, $found:offset, false())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="found:position" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count($element/ancestor::*) + count($element/preceding::*)"/>
  </xsl:function>
  <xsl:function name="found:finding" as="map(*)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="subject" as="node()"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <xsl:param name="offset" as="xs:string"/>
    <xsl:param name="report" as="xs:boolean"/>
    <xsl:variable name="element" select="($subject/ancestor-or-self::*[1], $subject/root()/*)[1]" as="element()"/>
    <xsl:variable name="before" select="$subject[self::text()]/preceding-sibling::*[1]" as="element()?"/>
    <xsl:map>
      <xsl:map-entry key="'assertion'" select="$id"/>
      <xsl:map-entry key="'role'" select="$role"/>
      <xsl:map-entry key="'message'" select="normalize-space($message)"/>
      <xsl:map-entry key="'hint'" select="normalize-space($hint)"/>
      <xsl:map-entry key="'path'" select="replace(path($subject), 'Q\{http://www\.tei-c\.org/ns/1\.0\}', 'tei:')"/>
      <xsl:map-entry key="'element'" select="found:position($element)"/>
      <xsl:map-entry key="'attribute'" select="if ($subject instance of attribute()) then name($subject) else ''"/>
      <xsl:map-entry key="'text'" select="if ($subject instance of text()) then ($before ! found:position(.), -1)[1] else ()"/>
      <xsl:map-entry key="'offset'" select="if ($offset castable as xs:integer) then xs:integer($offset) else 0"/>
      <xsl:map-entry key="'is_report'" select="$report"/>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
